import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { FirstPicture } from '@/features/explore/FirstPicture'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { openFromDisk } from '../unit/package-from-disk'

vi.mock('@/features/explore/load-source-map', () => ({ loadSourceMapWhenPainted: () => undefined }))

beforeAll(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ loaded: datasetOf((await openFromDisk('')).value!) })
})
afterEach(cleanup)

it('until the sources are there, list and map say that they are being read, and nothing counts them', () => {
  render(<FirstPicture />)
  expect(screen.getByRole('heading', { name: '污染源', hidden: true })).toBeTruthy()
  expect(screen.getAllByText('正在读取污染源…')).toHaveLength(2)
  expect(screen.queryByText(/没有符合条件的污染源|\d+ 处污染源/)).toBeNull()
})
