import { FLAGS, type Flag, UNKNOWN_FLAG } from './parameter'

/** The words that platforms write for flags; the letters are those of HJ 212. */
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

/** Cell texts in capitals, each with its flag. */
export const FLAG_CELLS: readonly (readonly [cell: string, flag: Flag])[] = FLAGS.flatMap((flag) =>
  [flag, ...WORDS[flag]].map((word) => [word, flag] as const),
)

const PLACES = new Map(FLAG_CELLS.map(([cell, flag]) => [cell, FLAGS.indexOf(flag)]))

/**
 * The index in `FLAGS` of the flag in a cell: 0 (normal) if the cell is empty, `UNKNOWN_FLAG` if the text is not known.
 */
export function flagIndex(cell: string): number {
  const bare = cell.normalize('NFKC').trim().toUpperCase()
  return bare === '' ? 0 : (PLACES.get(bare) ?? UNKNOWN_FLAG)
}
