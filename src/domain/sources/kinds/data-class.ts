/** From the most real to the least. real: from the plan or a published table; derived: converted; illustrative: made up to try things (示例). */
export const DATA_CLASSES = ['real', 'derived', 'illustrative'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** The least real of some: by that goes what rests on all of them. */
export const leastReal = (classes: Iterable<DataClass>): DataClass =>
  DATA_CLASSES[Math.max(0, ...Array.from(classes, (each) => DATA_CLASSES.indexOf(each)))]!

/** Whether data of a class may tell something of a source: what was made up says nothing of what is real. */
export const mayTell = (data: DataClass, source: DataClass): boolean =>
  data !== 'illustrative' || source === 'illustrative'
