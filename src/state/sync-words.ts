// Why an installation or a check came to nothing, and what to do about it, one plain sentence each.

const SENTENCES: Readonly<Record<string, string>> = {
  offline: 'The catalog could not be reached. Connect to the internet, then try again.',
  'not-a-catalog':
    'This network answered with a page of its own. Open a browser, sign in to the network, then try again.',
  'too-long':
    'What came was longer than a catalog can be, so it was thrown away. Try again on another network.',
  'wrong-hash':
    'What came was not what was published, so it was thrown away. Try again, or on another network.',
  malformed: 'What came could not be read as a catalog, so it was thrown away. Try again later.',
  stalled: 'The network is too slow just now. What has arrived is kept; try again to go on from there.',
  'bad-signature':
    'What came was not signed by the publisher, so it was thrown away. Yours is kept; try again on another network.',
  expired:
    'The newest release there is has run out of its time, so nothing new was taken. Yours stays in use; try again in a few days.',
  mixed:
    'What came was put together from different releases, so it was thrown away. Yours is kept; try again in a few minutes.',
  'too-old-app':
    'A newer catalog is there, but it needs a newer version of Cairn. Reload the app to get it; yours stays in use until then.',
  rollback: 'The network offered an older catalog than yours. Yours is kept; try again on another network.',
  'no-space': 'There is no room left on this device. Free some space, then try again.',
  cancelled: 'Stopped. What has arrived is kept; try again to go on from there.',
};
const UNKNOWN = 'Something in the app went wrong. Reload it and try again; what you wrote is safe.';
export const refusalSentence = (reason: string): string => SENTENCES[reason] ?? UNKNOWN;
