import { describe } from 'vitest'
import { taskPage, tasksByHand } from './tasks/by-hand'

/** Here panels, lists and the table share one sheet over the map; a wider tablet has the layout of the desk. */
const tablet = taskPage({ viewport: { width: 820, height: 1180 }, hasTouch: true })

describe('twelve everyday tasks by touch on a tablet', () => tasksByHand('touch', tablet))
