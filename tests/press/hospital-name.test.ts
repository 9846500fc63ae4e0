import { describe, expect, it } from 'vitest';
import { hospitalName } from '#press/hospital-name.ts';

describe('the name of a hospital', () => {
  it('is written as a person would write it', () => {
    expect(hospitalName("ST. MARY'S HOSPITAL AND  MEDICAL CENTER")).toBe(
      "St. Mary's Hospital and Medical Center",
    );
    expect(hospitalName('THE UNIVERSITY OF CHICAGO MEDICAL CENTER')).toBe(
      'The University of Chicago Medical Center',
    );
    expect(hospitalName('MCLEOD REGIONAL MEDICAL CENTER-PEE DEE')).toBe(
      'McLeod Regional Medical Center-Pee Dee',
    );
  });

  it('keeps abbreviations that are said letter by letter', () => {
    expect(hospitalName('UPMC MERCY')).toBe('UPMC Mercy');
    expect(hospitalName('UT MD ANDERSON CANCER CENTER')).toBe('UT MD Anderson Cancer Center');
    expect(hospitalName('SUNY/STONY BROOK UNIVERSITY HOSPITAL')).toBe('SUNY/Stony Brook University Hospital');
  });

  it('is left alone when it was written by a person', () => {
    expect(hospitalName('NMC San Diego')).toBe('NMC San Diego');
  });
});
