import { parentPort } from 'node:worker_threads'
import { statedDatum } from '@/domain/intake/recognise/datum'
import { bareHeading, findHeader, isExampleRow, isSummaryRow } from '@/domain/intake/recognise/header'
import { monthIn } from '@/domain/intake/recognise/month-words'
import { parseCoordinate, parsePair } from '@/domain/intake/recognise/position-cells'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { indexNames } from '@/domain/search/name-index'
import {
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseFlag,
  parseLooseNumber,
  parseMonthCell,
  parseNumber,
  plainText,
} from '@/domain/sources/reading/cell'

/** All functions that parse a cell of a file. */
const READERS: readonly ((cell: string) => unknown)[] = [
  plainText,
  parseFlag,
  parseNumber,
  parseLooseNumber,
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseMonthCell,
  parseCoordinate,
  parsePair,
  readPosition,
  bareHeading,
  statedDatum,
  monthIn,
  (cell) => isSummaryRow([cell]),
  (cell) => isExampleRow([cell]),
  (cell) =>
    findHeader(
      {
        name: '',
        rows: [
          [cell, '名称'],
          ['1', cell],
        ],
        merges: [],
        hiddenColumns: [],
      },
      () => false,
    ),
  (cell) => indexNames([{ name: cell, code: '', county: '' }]).search('a', 1),
]

parentPort!.on('message', (cell: string) => {
  for (const read of READERS) read(cell)
  parentPort!.postMessage('read')
})
