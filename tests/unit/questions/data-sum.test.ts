import { expect, it } from 'vitest'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { isOfData } from '@/questions/data-sum'
import { datasetOf } from '@/questions/dataset'
import { openSources } from '@/questions/opened-package'
import { PACKAGE_BEFORE_KINDS } from '../../fixtures/before-kinds'
import { openFromDisk } from '../package-from-disk'

const opened = (change?: (file: string, text: string) => string) => openFromDisk('', change)
const sums = async (change?: (file: string, text: string) => string) => datasetOf((await opened(change)).value!)
const isIn = (wanted: string, change: (text: string) => string) => (file: string, text: string) =>
  file === wanted ? change(text) : text

it('the checksum changes with a survey or a kind, and older links still match their data', async () => {
  const whole = await sums()
  expect((await sums()).checksum).toBe(whole.checksum)
  const surveys = await sums(isIn('silt-surveys.csv', (text) => text.replace(/,(\d+\.\d)(?=[,\n])/, ',9$1')))
  const kinds = await sums(isIn('kinds.json', (text) => text.replace('"物料堆场"', '"料场"')))
  expect(new Set([whole, surveys, kinds].map(({ checksum }) => checksum)).size).toBe(3)
  for (const each of [surveys, kinds]) {
    expect(isOfData(whole, each.checksum)).toBe(false)
    // Links of earlier versions include neither in their checksum.
    expect(each.formerChecksums).toEqual(whole.formerChecksums)
    for (const former of each.formerChecksums) expect(isOfData(whole, former)).toBe(true)
  }
})

it('a package without its own kinds matches links of every version', async () => {
  const { value } = await openSources(heldFiles(PACKAGE_BEFORE_KINDS), DESCRIPTOR)
  const dataset = datasetOf(value!)
  // Checksums of earlier versions: before surveys and kinds were included, while a task required a deadline, before the
  // stage of works had a meaning in the code, and before more words identified a table of works.
  for (const sum of ['cc79c717', 'e675c42b', '80df7736', dataset.checksum]) expect(isOfData(dataset, sum)).toBe(true)
  expect(isOfData(dataset, 'e675c42c')).toBe(false)
})

it('a misspelt grading setting of a kind is reported, with the expected setting', async () => {
  const { value, problems } = await opened(
    isIn('kinds.json', (text) => text.replace(/"setting": ?"\w+"/, '"setting":"siltLimit"')),
  )
  expect(value).not.toBeNull()
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'kind-grading-setting',
      kind: 'road',
      expected: '"siltLimit": { "limits": [ … ] }',
    }),
  ])
  expect((await opened()).problems).toEqual([])
})
