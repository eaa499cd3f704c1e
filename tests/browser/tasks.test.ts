import { describe } from 'vitest'
import { taskPage, tasksByHand } from './tasks/by-hand'

const desk = taskPage()

describe('twelve everyday tasks by mouse', () => tasksByHand('mouse', desk))

/**
 * A press is Enter or Space on what has the focus, an arrow that chooses a radio button, a field that is written in, or Escape. Keys
 * that only move the focus are few before each, and it is seen wherever it comes to. Keys of commands are not used: they can be
 * switched off.
 */
describe('twelve everyday tasks by keyboard alone', () => tasksByHand('keys', desk))
