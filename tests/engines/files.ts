import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { encodeGb18030 } from '../fixtures/encode-gb18030'
import { oldWorkbook } from '../fixtures/old-workbooks'

/** More than 4,096 distinct texts: above that, a column of the table is stored in another form. */
export const SITES = 4200

/** A photo with an Exif rotation: stored as 320 × 160, shown upright with the red half on top. */
export const PHOTO = resolve('tests/fixtures/turned.jpg')

/** Paths of what an office brings: a large CSV in GB18030, a workbook with Chinese headings and an old one, of three kinds. */
export interface OfficeFiles {
  readonly csv: string
  readonly workbook: string
  readonly oldWorkbook: string
}

/** Writes the files into a folder. */
export async function writeOfficeFiles(folder: string): Promise<OfficeFiles> {
  const files = {
    csv: join(folder, '在建工地.csv'),
    workbook: join(folder, '企业绩效分级.xlsx'),
    oldWorkbook: join(folder, '拆迁工地.xls'),
  }
  const rows = Array.from({ length: SITES }, (_, i) => {
    const [lon, lat] = [108.6 + (i % 60) / 300, 34.3 + Math.floor(i / 60) / 700]
    return `XM-${i},${i}号工地,秦都区,${lon.toFixed(5)},${lat.toFixed(5)},是,是`
  })
  writeFileSync(
    files.csv,
    encodeGb18030(`编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗\r\n${rows.join('\r\n')}\r\n`),
  )
  const sheet = [
    ['企业名称', '统一社会信用代码', '所属行业', '绩效等级', '县（市、区）', '经度(WGS84)', '纬度(WGS84)'],
    ['甲铸造厂', '91610400MAEX00001C', '铸造', 'B级', '泾阳县', 108.88, 34.53],
    ['乙水泥厂', '91610400MAEX00002X', '水泥', 'C', '乾县', 108.31, 34.53],
  ]
  writeFileSync(files.workbook, await writeXlsx({ sheets: [{ name: '企业', rows: sheet }] }))
  const demolition = [
    ['编号', '名称', '区县', '经度(WGS84)', '纬度(WGS84)', '湿法作业', '完全拆除', '遮盖'],
    ['CQ-1', '一号拆迁', '秦都区', 108.7, 34.335, '是', '是', '是'],
    ['CQ-2', '二号拆迁', '秦都区', 108.71, 34.335, '是', '否', '是'],
    ['CQ-3', '三号拆迁', '渭城区', 108.72, 34.345, '否', '否', '否'],
  ]
  writeFileSync(files.oldWorkbook, oldWorkbook(demolition, 'biff8'))
  return files
}
