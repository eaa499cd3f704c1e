import { describe, expect, it } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { hopelessFiles, officeFiles } from '../../fixtures/office-files'
import { readFile, summary } from './read-file'

describe('files as sent by offices', async () => {
  it.each(await officeFiles())('$name', async ({ name, bytes, expected }) => {
    expect(summary(await readFile(name, bytes))).toEqual(expected)
  })
})

describe('files that can’t be read', () => {
  it.each(hopelessFiles())('$name: $code', async ({ name, bytes, code }) => {
    const opened = await openFile(new File([bytes], name))
    expect('problem' in opened && opened.problem.code).toBe(code)
  })
})
