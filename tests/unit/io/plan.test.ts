import { describe, expect, it } from 'vitest'
import { openFromDisk } from '../package-from-disk'

const replaced = (from: string, to: string) => (file: string, text: string) =>
  file.endsWith('rules.json') ? text.replace(from, to) : text

describe('a rule that reads a field of another type', () => {
  it.each([
    [
      '"type": "all-yes", "fields": ["video"]',
      '"type": "all-yes", "fields": ["name"]',
      '"name" of construction-site is read as flag, but it is text',
    ],
    ['"field": "firePoints"', '"field": "county"', 'is read as number'],
    [
      '"deadline": {"field": "surveyedOn"}',
      '"deadline": {"field": "material"}',
      'rule 27-pile: "material" of stockpile is read as day, but it is text',
    ],
    ['"deadline": {"field": "surveyedOn"}', '"deadline": {"field": "nowhere"}', 'stockpile has no field "nowhere"'],
    [
      '{"field": "exposedPile", "is": true}',
      '{"field": "material", "is": true}',
      '"material" of stockpile is read as flag',
    ],
    [
      '"since": "bareSince"',
      '"since": "bareCovered"',
      'rule 24-bare-3m: "bareCovered" of demolition-site is read as day',
    ],
    [
      '"share-at-least", "part": "dayTrips"',
      '"share-at-least", "part": "sealedCheckedOn"',
      '"sealedCheckedOn" of muck-trucks is read as number, but it is day',
    ],
  ])('is said when the package is opened: %s', async (from, to, said) => {
    const { value, problems } = await openFromDisk('', replaced(from, to))
    expect(value).toBeNull()
    const found = problems.filter(({ code }) => code === 'package-invalid')
    expect(found.map(({ file }) => file)).toEqual(['rules.json'])
    expect(found[0]!.seen).toContain(said)
  })
})
