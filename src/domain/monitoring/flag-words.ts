import { FLAGS, type Flag, UNKNOWN_FLAG } from './parameter'

/** How platforms write flags in words; letters are those of HJ 212. */
const WORDS: Readonly<Record<Flag, readonly string[]>> = {
  N: ['正常', '有效', 'NORMAL'],
  F: ['停运', '停用', '停机', '停产'],
  M: ['维护', '维护中', '检修', '保养'],
  S: ['手工', '手工输入', '人工'],
  D: ['故障', '仪器故障', '设备故障', '异常'],
  C: ['校准', '校准中', '标定', '质控'],
  T: ['超量程', '超测量上限', '超上限', '超限'],
  B: ['通讯异常', '通讯故障', '通信故障', '离线', '断线'],
  '?': [],
}

/** What cells say, in capitals, and which flag that is. */
export const FLAG_CELLS: readonly (readonly [cell: string, flag: Flag])[] = FLAGS.flatMap((flag) =>
  [flag, ...WORDS[flag]].map((word) => [word, flag] as const),
)

const PLACES = new Map(FLAG_CELLS.map(([cell, flag]) => [cell, FLAGS.indexOf(flag)]))

/** The place in `FLAGS` of a flag as a cell has it: that of a normal value where the cell is empty, `UNKNOWN_FLAG` where no flag is known by it. */
export function flagPlace(cell: string): number {
  const bare = cell.normalize('NFKC').trim().toUpperCase()
  return bare === '' ? 0 : (PLACES.get(bare) ?? UNKNOWN_FLAG)
}
