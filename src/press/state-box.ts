// Coordinates that are not in the state they claim are wrong, whatever else is right.

/** `[west, south, east, north]` in degrees, to about a hundredth (Census cartographic boundaries). */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  AL: [-88.47, 30.14, -84.89, 35.01],
  AK: [-179.23, 51.18, -129.97, 71.44],
  AZ: [-114.82, 31.33, -109.04, 37.01],
  AR: [-94.62, 33.0, -89.64, 36.5],
  CA: [-124.42, 32.53, -114.13, 42.01],
  CO: [-109.06, 36.99, -102.04, 41.01],
  CT: [-73.73, 40.98, -71.79, 42.05],
  DE: [-75.79, 38.45, -75.05, 39.84],
  DC: [-77.12, 38.79, -76.91, 39.0],
  FL: [-87.64, 24.52, -80.03, 31.01],
  GA: [-85.61, 30.36, -80.84, 35.01],
  HI: [-160.25, 18.91, -154.81, 22.24],
  ID: [-117.25, 41.99, -111.04, 49.01],
  IL: [-91.52, 36.97, -87.49, 42.51],
  IN: [-88.1, 37.77, -84.78, 41.76],
  IA: [-96.64, 40.37, -90.14, 43.51],
  KS: [-102.06, 36.99, -94.59, 40.01],
  KY: [-89.58, 36.5, -81.96, 39.15],
  LA: [-94.05, 28.92, -88.81, 33.02],
  ME: [-71.09, 42.97, -66.94, 47.46],
  MD: [-79.49, 37.91, -75.05, 39.73],
  MA: [-73.51, 41.23, -69.92, 42.89],
  MI: [-90.42, 41.69, -82.41, 48.27],
  MN: [-97.24, 43.49, -89.49, 49.39],
  MS: [-91.66, 30.17, -88.09, 35.01],
  MO: [-95.78, 35.99, -89.09, 40.62],
  MT: [-116.05, 44.35, -104.03, 49.01],
  NE: [-104.06, 39.99, -95.3, 43.01],
  NV: [-120.01, 35.0, -114.03, 42.01],
  NH: [-72.56, 42.69, -70.6, 45.31],
  NJ: [-75.56, 38.92, -73.89, 41.36],
  NM: [-109.06, 31.33, -103.0, 37.01],
  NY: [-79.77, 40.49, -71.85, 45.02],
  NC: [-84.33, 33.84, -75.46, 36.59],
  ND: [-104.05, 45.93, -96.55, 49.01],
  OH: [-84.82, 38.4, -80.51, 41.98],
  OK: [-103.01, 33.61, -94.43, 37.01],
  OR: [-124.57, 41.99, -116.46, 46.3],
  PA: [-80.52, 39.71, -74.68, 42.27],
  PR: [-67.95, 17.88, -65.22, 18.52],
  RI: [-71.87, 41.14, -71.12, 42.02],
  SC: [-83.36, 32.03, -78.54, 35.22],
  SD: [-104.06, 42.47, -96.43, 45.95],
  TN: [-90.32, 34.98, -81.64, 36.68],
  TX: [-106.65, 25.83, -93.5, 36.51],
  UT: [-114.06, 36.99, -109.04, 42.01],
  VT: [-73.44, 42.72, -71.46, 45.02],
  VA: [-83.68, 36.54, -75.24, 39.47],
  WA: [-124.77, 45.54, -116.91, 49.01],
  WV: [-82.65, 37.2, -77.71, 40.64],
  WI: [-92.89, 42.49, -86.8, 47.08],
  WY: [-111.06, 40.99, -104.05, 45.01],
};

/** A town on a border, or the center of its post code, may lie a little outside. */
const SLACK_DEGREES = 0.3;

/** The pair of a row if it lies in the state, the reason if not, and null where the row has none. */
export function coordinatesIn(
  state: string,
  lat: number | undefined,
  lon: number | undefined,
): { readonly lat: number; readonly lon: number } | { readonly wrong: string } | null {
  if (lat === undefined && lon === undefined) return null;
  if (lat === undefined || lon === undefined) return { wrong: 'half a pair of coordinates' };
  const box = BOXES[state];
  if (!box) return { wrong: `coordinates: no bounds known for ${state}` };
  const [west, south, east, north] = box;
  const inside =
    lon >= west - SLACK_DEGREES &&
    lon <= east + SLACK_DEGREES &&
    lat >= south - SLACK_DEGREES &&
    lat <= north + SLACK_DEGREES;
  return inside ? { lat, lon } : { wrong: `coordinates ${lat}, ${lon} are not in ${state}` };
}
