import { describe, expect, it } from 'vitest';
import { mainSource, programFacts, websiteSource } from '#press/program-facts.ts';
import type { ProgramRow } from '#press/tables.ts';

const row = (changed: Partial<ProgramRow>): ProgramRow => ({
  name: 'Harbor Hospital Program',
  specialty: 'Internal Medicine',
  specialty_code: '140',
  state: 'MA',
  last_seen_year: 2025,
  source: ['acgme-list-2025'],
  source_year: 2025,
  ...changed,
});
const facts = (changed: Partial<ProgramRow>) => programFacts(row(changed), undefined).facts;

describe('the source of a fact', () => {
  it('is the list the name was read in, with the year of that list', () => {
    expect(mainSource(row({ source: ['acgme-list-2025', 'nrmp-2024'] }))).toEqual(['acgme-list-2025', 2025]);
    expect(mainSource(row({ source: ['maction-2019', 'nrmp-2024'], source_year: 2017 }))).toEqual([
      'maction-2019',
      2017,
    ]);
    expect(mainSource(row({ source: ['nrmp-2024', 'nrmp-fl-2026'], source_year: 2024 }))).toEqual([
      'nrmp-2024',
      2024,
    ]);
    expect(mainSource(row({ source: ['nrmp-2024', 'nrmp-fl-2026'], source_year: 2026 }))).toEqual([
      'nrmp-fl-2026',
      2026,
    ]);
  });

  it('is the internal medicine list for accreditation and preliminary places, a published no included', () => {
    const source: ProgramRow['source'] = ['acgme-list-2025', 'acgme-im-list-2025', 'nrmp-2024'];
    expect(
      facts({ source, accreditation_status: 'Initial Accreditation', offers_preliminary: false }),
    ).toEqual({
      accreditation: [['Initial Accreditation', 'acgme-im-list-2025', 2025]],
      offersPreliminary: [[false, 'acgme-im-list-2025', 2025]],
    });
  });

  it('is the Match of the year of the places', () => {
    const source: ProgramRow['source'] = ['acgme-list-2025', 'nrmp-fl-2026'];
    expect(facts({ source, positions: 4, filled: 0, positions_year: 2025 })).toEqual({
      positions: [[4, 'nrmp-fl-2026', 2025]],
      filled: [[0, 'nrmp-fl-2026', 2025]],
    });
  });

  it('is the military list for a military program, or the list of its name where that alone says so', () => {
    const both: ProgramRow['source'] = ['acgme-list-2025', 'military-2022'];
    expect(facts({ source: both, program_type: 'military' })['programType']).toEqual([
      ['Military', 'military-2022', 2022],
    ]);
    expect(facts({ program_type: 'military' })['programType']).toEqual([
      ['Military', 'acgme-list-2025', 2025],
    ]);
  });

  it('is the labor department for an employer filing', () => {
    expect(facts({ h1b_lca_resident_fy2025: true })).toEqual({
      h1bEmployer: [[true, 'dol-lca-fy2025', 2025]],
    });
  });

  it('of a website is the list that has it', () => {
    const both = ['acgme-list-2025', 'acgme-obgyn-2022', 'military-2022'] as const;
    expect(websiteSource('https://madigan.tricare.mil/OBGYN', both)).toBe('military-2022');
    expect(websiteSource('http://www.tamc.amedd.army.mil/obgyn.htm', both)).toBe('acgme-obgyn-2022');
    expect(websiteSource('https://example.edu', ['acgme-list-2025', 'neurosurgery-web-2022'])).toBe(
      'neurosurgery-web-2022',
    );
    expect(websiteSource('https://example.edu', ['acgme-list-2025'])).toBeNull();
  });
});
