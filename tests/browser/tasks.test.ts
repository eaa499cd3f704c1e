import { describe } from 'vitest'
import { taskPage, tasksByHand } from './tasks/by-hand'

const desk = taskPage()

describe('twelve everyday tasks by mouse', () => tasksByHand('mouse', desk))

/**
 * A press is Enter or Space on the focused element, an arrow that chooses a radio button, typing in a field, or Escape.
 * Only a few keys that move the focus come before each, and the focus is always visible. Shortcut keys are not used,
 * because they can be switched off.
 */
describe('twelve everyday tasks by keyboard alone', () => tasksByHand('keys', desk))
