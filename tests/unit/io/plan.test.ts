import { describe, expect, it } from 'vitest'
import { openFromDisk } from '../package-from-disk'

const replaced = (from: string, to: string) => (file: string, text: string) =>
  file.endsWith('rules.json') ? text.replace(from, to) : text

describe('a rule that reads a field of the wrong type', () => {
  it.each([
    [
      '"type": "all-yes", "fields": ["video"]',
      '"type": "all-yes", "fields": ["name"]',
      'construction-site',
      'name',
      'boolean',
    ],
    ['"field": "firePoints"', '"field": "county"', 'straw-fires', 'county', 'number'],
    ['"deadline": {"field": "surveyedOn"}', '"deadline": {"field": "material"}', 'stockpile', 'material', 'date'],
    ['"deadline": {"field": "surveyedOn"}', '"deadline": {"field": "nowhere"}', 'stockpile', 'nowhere', null],
    ['{"field": "exposedPile", "is": true}', '{"field": "material", "is": true}', 'stockpile', 'material', 'boolean'],
    ['"since": "bareSince"', '"since": "bareCovered"', 'demolition-site', 'bareCovered', 'date'],
    [
      '"share-at-least", "part": "dayTrips"',
      '"share-at-least", "part": "sealedCheckedOn"',
      'muck-trucks',
      'sealedCheckedOn',
      'number',
    ],
  ])('is reported when the package is opened: %s', async (from, to, kind, column, type) => {
    const { value, problems } = await openFromDisk('', replaced(from, to))
    expect(value).toBeNull()
    const said = type ? { code: 'rule-field-type', expected: `"type": "${type}"` } : { code: 'rule-field-unknown' }
    expect(problems).toMatchObject([{ file: 'rules.json', kind, column, seen: expect.any(String), ...said }])
  })
})

describe('a rule without departments', () => {
  it('is led by the department in each row', async () => {
    const { value } = await openFromDisk('', (file, text) =>
      file.endsWith('rules.json') ? text.replace(/, "lead": \["市住房和城乡建设局"\]/, '') : text,
    )
    expect(value!.pack.rules[0]).toMatchObject({ id: '23-six', lead: [] })
  })
})
