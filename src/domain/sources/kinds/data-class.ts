/**
 * From most to least real. real: from the plan or a published table; derived: converted; illustrative: made up for
 * trying the app (示例).
 */
export const DATA_CLASSES = ['real', 'derived', 'illustrative'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** The least real of some classes: the class of a result computed from all of them. */
export const leastReal = (classes: Iterable<DataClass>): DataClass =>
  DATA_CLASSES[Math.max(0, ...Array.from(classes, (each) => DATA_CLASSES.indexOf(each)))]!

/** Whether data of a class may be used for a source: made-up data does not count for a real source. */
export const mayBeUsedFor = (data: DataClass, source: DataClass): boolean =>
  data !== 'illustrative' || source === 'illustrative'
