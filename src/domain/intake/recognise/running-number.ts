import { bareHeading, headingParts } from './header'

const RUNNING = /^(?:序号|序|顺序号|项次|行号|no|№|seq|index)$/

/** Whether a column only numbers the rows of its table: 序号. Its numbers shift with every new row. */
export const isRunningNumber = (heading: string): boolean =>
  RUNNING.test(bareHeading(headingParts(heading).at(-1)!.replace(/^\+/, '')))
