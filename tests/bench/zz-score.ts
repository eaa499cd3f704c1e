import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { madeWeek } from '../../scripts/data/trucks/tracked-week'
import { rawPositions } from '../../scripts/data/trucks/raw-positions'
import { breachScores, unlistedScores } from '../../scripts/data/trucks/score'
const csv=(f:string)=>Papa.parse<Record<string,string>>(readFileSync('data/'+f+'.csv','utf8').replace(/^\uFEFF/,''),{header:true,skipEmptyLines:true}).data
const CODES:Record<string,string>={秦都区:'610402',渭城区:'610404',兴平市:'610481',三原县:'610422'}
const rows=(f:string)=>csv(f).map(r=>({lon:Number(r.经度),lat:Number(r.纬度),county:CODES[r.区县!]??'',stage:r.施工阶段??null,use:r.场地类型??null,name:r.名称!}))
const tables=Object.fromEntries(['construction-site','demolition-site','spoil-ground','yard','vehicle-wash','fuel-site'].map(k=>[k,rows(k)]))
const roads=(JSON.parse(readFileSync('data/roads.geojson','utf8')) as any).features.map((f:any)=>({row:{...f.properties,keyRoad:f.properties['重点路段']===true||f.properties['重点路段']==='是'},geometry:f.geometry}))
console.log(Object.keys(roads[0].row))
const week=madeWeek(tables as any,roads)
const raw=rawPositions(week.tracks.map(({truck,track})=>({plate:truck.plate,rows:track.rows})))
const a=performance.now()
const j=judgeTracks(raw,week.settings,week.ground)
console.log(raw.second.length,'raw',j.positions.second.length,'doubled',j.doubled,'late',j.late,'jumps',j.jumps,'stops',j.stops.from.length,'trips',j.trips.from.length,'ms',performance.now()-a|0)
console.log(j.datums.filter(d=>d.finding.decided!=='wgs84'||d.isEncrypted).map(d=>[d.truck,d.isEncrypted,d.finding.decided,d.finding.by].join()))
console.table(Object.fromEntries(breachScores(j,week.tracks)))
const u=unlistedScores(j,week.ground.places,week.settings.unlisted!,week.hidden,week.tracks)
console.table({dump:u.dump,site:u.site,other:u.other}); console.log(u.unlistedStops,u.places.map(p=>[p.use,p.stops.length,p.days,p.trucks.length,p.unloaded,p.loaded,p.metres|0].join()))
console.log(week.tracks.reduce((s,{track})=>s+track.hauls.all,0),week.tracks.reduce((s,{track})=>s+track.hauls.byDay,0))
{
const made=week.tracks.flatMap(({track})=>track.breaches).filter(b=>b.kind==='unwashed')
const b=j.breaches
const miss=made.filter(m=>!Array.from(b.kind.keys()).some(r=>b.kind[r]===4&&b.trucks[b.truck[r]!]===m.truck&&Math.abs(b.from[r]!-m.from)<400))
for(const m of miss.slice(0,6)){const t=j.trips;const rows=Array.from(t.from.keys()).filter(r=>t.trucks[t.truck[r]!]===m.truck&&t.until[r]!>m.from-300&&t.from[r]!<m.from+300);console.log(m.truck,new Date((m.from+28800)*1000).toISOString(),rows.map(r=>[t.from[r]!-m.from,t.until[r]!-m.from,t.load[r],t.metres[r],week.ground.places.at(t.fromLon[r]!,t.fromLat[r]!)].join()))}
const h=new Map<string,number>();for(const m of miss)h.set(m.truck,(h.get(m.truck)??0)+1);console.log(h)
}
