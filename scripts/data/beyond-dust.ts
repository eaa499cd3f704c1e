import { catering, firePoints, livestockFarms, odourSites } from './area-sources'
import { boilers, cleanHeating, coalDealers, farmEnergy } from './coal'
import { brickworks, furnaces, industryClusters, newProjects, scatteredPolluters } from './industry'
import { dischargePermits, emergencyLines } from './listed-plants'
import { fuelSites, illegalFuel, newEnergyVehicles, oldVehicles, railSidings, vehicleStations } from './mobile'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { complaints, enforcementCases, inspectorateFindings } from './supervision'
import { vocSamples, vocUnits } from './voc'

/** The table of a kind and the title of its resource. */
interface MadeTable {
  readonly kind: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** Tables of the plan's kinds beyond dust. Add new ones at the end: all tables share one random sequence. */
export function tablesBeyondDust(making: RowGenerator): MadeTable[] {
  return [
    { kind: 'fuel-site', title: '加油站和储油库', rows: fuelSites(making, 96) },
    { kind: 'illegal-fuel', title: '黑加油站点', rows: illegalFuel(making, 14) },
    { kind: 'vehicle-station', title: '机动车检测与维护站', rows: vehicleStations(making, 36) },
    { kind: 'old-vehicles', title: '老旧柴油车淘汰', rows: oldVehicles(making) },
    { kind: 'new-energy-vehicles', title: '公共领域新能源车', rows: newEnergyVehicles(making) },
    { kind: 'rail-siding', title: '大宗货物运输单位', rows: railSidings(making, 16) },
    { kind: 'boiler', title: '锅炉', rows: boilers(making, 84) },
    { kind: 'coal-dealer', title: '散煤经销点', rows: coalDealers(making, 48) },
    { kind: 'clean-heating', title: '清洁取暖', rows: cleanHeating(making) },
    { kind: 'farm-energy', title: '农业用能设施', rows: farmEnergy(making, 40) },
    { kind: 'catering', title: '餐饮单位', rows: catering(making, 160) },
    { kind: 'livestock-farm', title: '规模养殖场', rows: livestockFarms(making, 60) },
    { kind: 'odour-site', title: '恶臭点', rows: odourSites(making, 32) },
    { kind: 'industry-cluster', title: '产业聚集区', rows: industryClusters(making, 18) },
    { kind: 'scattered-polluter', title: '“散乱污”企业', rows: scatteredPolluters(making, 20) },
    { kind: 'furnace', title: '工业炉窑', rows: furnaces(making, 64) },
    { kind: 'brickworks', title: '砖瓦企业', rows: brickworks(making, 28) },
    { kind: 'new-project', title: '新建工业项目', rows: newProjects(making, 14) },
    { kind: 'voc-unit', title: '涉VOCs企业', rows: vocUnits(making, 90) },
    { kind: 'voc-sample', title: '涂料等产品VOCs抽测', rows: vocSamples(making, 5, 14) },
    { kind: 'discharge-permit', title: '排污许可', rows: dischargePermits(making, 80) },
    { kind: 'emergency-line', title: '应急减排清单（生产线）', rows: emergencyLines(making, 80) },
    { kind: 'inspectorate-finding', title: '督察问题', rows: inspectorateFindings(making, 24) },
    { kind: 'complaint', title: '信访举报', rows: complaints(making, 60) },
    { kind: 'enforcement-case', title: '执法检查问题', rows: enforcementCases(making, 48) },
    { kind: 'fire-point', title: '火点清单', rows: firePoints(making, 12) },
  ]
}
