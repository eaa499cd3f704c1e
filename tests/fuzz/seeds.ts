import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { writeTemplate } from '@/io/export/template'
import { packFiles } from '@/io/versions/workspace-file'
import { encodeGb18030 } from '../fixtures/encode-gb18030'
import { kindOf } from '../fixtures/kinds'
import { oldWorkbook, paragraph, row, table, wordDocument } from '../fixtures/old-workbooks'
import { type LedgerSeeds, ledgerSeeds } from './ledger-seeds'

/** The reader of a file. */
export type ReaderName = 'office' | 'package' | 'bundle' | 'receipt' | 'plan'

/** A small valid file, from which broken ones are made. */
export interface Seed {
  readonly name: string
  readonly reader: ReaderName
  readonly bytes: Uint8Array
}

const HEAD = ['编号', '名称', '区县', '经度', '纬度', '围挡', '检查日期', '面积']
const ROWS = Array.from({ length: 40 }, (_, i) => [
  `XM-${i}`,
  `工地${i}`,
  i % 2 ? '秦都区' : '渭城区',
  108.7 + i / 1000,
  34.33 + i / 1000,
  '是',
  '2022-10-15',
  i * 12.5,
])
const csv = [HEAD, ...ROWS].map((cells) => cells.join(',')).join('\r\n')

function shapefile(): Uint8Array {
  const shp = new DataView(new ArrayBuffer(100 + 28 * 3))
  shp.setInt32(0, 9994)
  shp.setInt32(24, shp.byteLength / 2)
  shp.setInt32(28, 1000, true)
  shp.setInt32(32, 1, true)
  for (let i = 0; i < 3; i++) {
    const at = 100 + 28 * i
    shp.setInt32(at, i + 1)
    shp.setInt32(at + 4, 10)
    shp.setInt32(at + 8, 1, true)
    shp.setFloat64(at + 12, 108.7 + i / 100, true)
    shp.setFloat64(at + 20, 34.3, true)
  }
  const dbf = new DataView(new ArrayBuffer(32 + 32 + 1 + 3 * 11 + 1))
  dbf.setUint8(0, 3)
  dbf.setUint32(4, 3, true)
  dbf.setUint16(8, 65, true)
  dbf.setUint16(10, 11, true)
  const bytes = new Uint8Array(dbf.buffer)
  bytes.set(strToU8('NAME'), 32)
  bytes[43] = 0x43
  bytes[48] = 10
  bytes[64] = 13
  for (let i = 0; i < 3; i++) bytes.set(strToU8(` site ${i}    `), 65 + 11 * i)
  return zipSync({
    'a.shp': new Uint8Array(shp.buffer),
    'a.dbf': bytes,
    'a.prj': strToU8(
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]',
    ),
  })
}

const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: ROWS.map(([code, name, , lon, lat]) => ({
    type: 'Feature',
    properties: { 编号: code, 名称: name },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
})
const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${ROWS.slice(
  0,
  9,
)
  .map(
    ([, name, , lon, lat]) =>
      `<Placemark><name>${name}</name><Point><coordinates>${lon},${lat},0</coordinates></Point></Placemark>`,
  )
  .join('')}</Document></kml>`
const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${ROWS.slice(0, 9)
  .map(([, name, , lon, lat]) => `<wpt lat="${lat}" lon="${lon}"><name>${name}</name></wpt>`)
  .join('')}</gpx>`
const html = `<html><meta charset="gb2312"><table>${[HEAD, ...ROWS]
  .map((cells) => `<tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr>`)
  .join('')}</table></html>`

async function packageZip(): Promise<Uint8Array> {
  const files = [
    'datapackage.json',
    'counties.csv',
    'dustfall-2020-10.csv',
    'dustfall-2021-10.csv',
    'county-outlines.geojson',
  ]
  const folder = 'data/changzhi/'
  const blobs = files.map((file) => [file, new Blob([readFileSync(folder + file)])] as const)
  return new Uint8Array(await (await packFiles(new Map(blobs))).arrayBuffer())
}

async function template(): Promise<Uint8Array> {
  const words = {
    title: '模板',
    notes: '填写说明',
    column: '列',
    required: '必填',
    type: '类型',
    allowed: '取值',
    alsoKnown: '别名',
    yes: '是',
    types: { text: '文本', number: '数', flag: '是否', day: '日期' },
    example: '示例',
  }
  const blob = await writeTemplate(kindOf('construction-site').fields, words)
  return new Uint8Array(await blob.arrayBuffer())
}

/** One file of each type, and what the ledger's readers must know about theirs. */
export async function makeSeeds(): Promise<{ readonly seeds: readonly Seed[]; readonly ledger: LedgerSeeds }> {
  const ledger = await ledgerSeeds()
  const word = wordDocument(
    `${paragraph('1．甲、乙落实扬尘治理。')}${paragraph('表1 排名')}${table(...[HEAD, ...ROWS.slice(0, 8)].map((cells) => row(...cells.map(String))))}`,
  )
  const office = (name: string, bytes: Uint8Array): Seed => ({ name, reader: 'office', bytes })
  const seeds: Seed[] = [
    office('a.csv', strToU8(csv)),
    office('gbk.csv', encodeGb18030(csv)),
    office('a.xlsx', (await writeXlsx({ sheets: [{ name: '工地', rows: [HEAD, ...ROWS] }] })) as Uint8Array),
    office('a.xls', oldWorkbook([HEAD, ...ROWS], 'biff8')),
    office('biff5.xls', oldWorkbook([HEAD, ...ROWS], 'biff5')),
    office('html.xls', encodeGb18030(html)),
    office('xml.xls', oldWorkbook([HEAD, ...ROWS], 'xlml')),
    office('libreoffice.xls', readFileSync('tests/fixtures/workbooks/libreoffice.xls')),
    office('a.ods', readFileSync('tests/fixtures/workbooks/libreoffice.ods')),
    office('a.docx', word),
    office('a.geojson', strToU8(geojson)),
    office('a.kml', strToU8(kml)),
    office('a.kmz', zipSync({ 'doc.kml': strToU8(kml) })),
    office('a.gpx', strToU8(gpx)),
    office('a.shp.zip', shapefile()),
    office('template.xlsx', await template()),
    { name: 'package.zip', reader: 'package', bytes: await packageZip() },
    { name: 'bundle.zip', reader: 'bundle', bytes: ledger.bundle },
    { name: 'receipt.json', reader: 'receipt', bytes: ledger.receipt },
    { name: 'plan.txt', reader: 'plan', bytes: encodeGb18030('一、总体要求\n1．甲、乙落实。\n2. 严禁露天装卸。\n') },
    { name: 'plan.docx', reader: 'plan', bytes: word },
  ]
  return { seeds, ledger }
}
