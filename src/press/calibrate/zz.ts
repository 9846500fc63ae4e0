import { readTables, SOURCES_DIR } from '#press/reader.ts';
import { buildModel } from './build-model.ts';
import { STAT_TABLE_NAMES } from './tables.ts';
const t=readTables(SOURCES_DIR,STAT_TABLE_NAMES);
for(let i=0;i<4;i++){console.time('b');buildModel(t,'2026-11-24');console.timeEnd('b');}
