// A chosen file → its text. Nothing that cannot be a table is read on: the refusal says what to do instead.
export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly sentence: string };

const MOST_BYTES = 10 * 1024 * 1024;

const refused = (sentence: string): FileReading => ({ kind: 'refused', sentence });

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Older spreadsheets still write the code page of the machine.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export async function readTableFile(file: Blob): Promise<FileReading> {
  if (file.size > MOST_BYTES) {
    return refused('This file is larger than 10 MB. Save only the columns you need, then choose it again.');
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused('This file could not be read. If it is in the cloud, download it to this device first.');
  }
  // A modern spreadsheet is a ZIP archive.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refused(
      'This is a spreadsheet, not a CSV file. In your spreadsheet choose Save as or Download, then CSV.',
    );
  }
  const text = decoded(bytes).replace(/^\uFEFF/, '');
  if (text.trim() === '') return refused('This file is empty.');
  // No text holds a NUL.
  if (text.includes('\0'))
    return refused('This is not a CSV file. Choose one that a spreadsheet has saved as CSV.');
  return { kind: 'text', text };
}
