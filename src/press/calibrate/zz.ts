import { readTables, readRelease, SOURCES_DIR } from '#press/reader.ts';
import { buildModel } from './build-model.ts';
import { STAT_TABLE_NAMES } from './tables.ts';
import { coverage } from './measure.ts';
import { baseRate } from '#engine/chance/base-rate.ts';
const b=buildModel(readTables(SOURCES_DIR,STAT_TABLE_NAMES),readRelease().date); if(b.kind!=='model') throw 1;
const md=b.calibration.blocks.bands.filter(x=>x.type==='us-md'&&x.years.includes('-'));
for(const d of [0,.1,.15,.2,.29]) console.log(d, coverage(md,{at0:.86,perLogit:.06,sd:.27},d));
// sensitivity to representation of open band through the verb, unknown specialty
const T={'us-md':'US MD senior','us-do':'US DO senior','non-us-img':'Non-US IMG','us-img':'US IMG'} as const;
for(const top of [255,257,259,260,262,264.5,265,268,270,275]){
 let e=0,n=0,h=0;
 for(const bl of md){const mv=(s:number)=>s===259?top:s===195?99.5:s; const mix=bl.bands.map(x=>({step2:mv(x.step2),n:x.n}));
  for(const x of bl.bands){ if(x.n<30)continue; const r=baseRate(b.model,{specialty:'Held Out',applicantType:T[bl.type],step2:mv(x.step2),headlineRate:bl.rate,scoreMix:mix}); if(r.kind!=='estimate') throw 2; e+=(r.p-x.rate)**2;n++; if(x.rate>=r.lo&&x.rate<=r.hi)h++; }}
 console.log(top,(100*Math.sqrt(e/n)).toFixed(2),(h/n).toFixed(3),n);
}
console.log(baseRate(b.model,{specialty:'Psychiatry',applicantType:'US MD senior',step2:244.5}));
console.log(baseRate(b.model,{specialty:'Pediatrics',applicantType:'US MD senior',step2:255}));
console.log(baseRate(b.model,{specialty:'Dermatology',applicantType:'US MD senior',step2:255}));
console.log(baseRate(b.model,{specialty:'Pathology',applicantType:'Non-US IMG',step2:255}));
console.time('1');for(let i=0;i<100;i++)baseRate(b.model,{specialty:'Psychiatry',applicantType:'US MD senior',step2:200+i});console.timeEnd('1');
let E=0,N=0,E2=0;
for(const bl of b.calibration.blocks.sides){ if(!bl.matched.center||!bl.unmatched.center) continue; if(bl.type==='us-md')continue;
 const sd1=bl.matched.sd??13, sd0=bl.unmatched.sd??13; const d=(s:number,m:number,q:number)=>Math.exp(-.5*((s-m)/q)**2)/q;
 const pt=[215,225,235,245,255,265,275].map(s=>{const a=bl.matched.n*d(s,bl.matched.center!,sd1),c=bl.unmatched.n*d(s,bl.unmatched.center!,sd0);return{s,n:a+c,p:a/(a+c)}}); const tot=pt.reduce((x,y)=>x+y.n,0); const mix=pt.map(x=>({step2:x.s,n:Math.round(x.n/tot*bl.people*10)/10})).filter(x=>x.n>0); const h=pt.reduce((x,y)=>x+y.n*y.p,0)/tot; let held=0,c=0; const out:string[]=[];
 for(const x of pt){const n=x.n/tot*bl.people; if(n<30)continue; const r=baseRate(b.model,{specialty:'Held Out',applicantType:T[bl.type],step2:x.s,headlineRate:h,scoreMix:mix}); if(r.kind!=='estimate')continue; c++; E+=(r.p-x.p)**2; E2+=(h-x.p)**2; N++; if(x.p>=r.lo&&x.p<=r.hi)held++; out.push(`${x.s}:${(100*(r.p-x.p)).toFixed(1)}`);}
 if(c)console.log(bl.type,bl.specialty,h.toFixed(2),`${held}/${c}`,out.join(' '));
}
console.log(100*Math.sqrt(E/N),100*Math.sqrt(E2/N),N);
