import type { Field } from './field'
import { textField } from './text-field'

/** The list of a city's trucks. */
export const FLEET_FIELDS: readonly Field[] = [
  textField('plate', '车牌号', 'Number plate', ['车牌号', '车牌号码', '车牌', '号牌号码', '号牌'], true),
  textField('company', '运输企业', 'Company', ['运输企业', '运输公司', '所属企业', '所属公司', '企业名称', '单位名称']),
  textField('county', '区县', 'County', ['区县', '县区', '所属区县', '注册区县', '属地']),
  textField('terminal', '终端手机号', 'Terminal', ['终端手机号', '终端号', '终端编号', 'SIM卡号', '设备号']),
]
