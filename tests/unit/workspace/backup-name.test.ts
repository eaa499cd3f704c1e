import { expect, it } from 'vitest'
import { backupName } from '@/features/import/workspace/backup-name'

it('has in a backup’s name what it is, the city, the time in China and the device', () => {
  expect(backupName('尘图备份', '咸阳市', '2026-11-28T16:02:40Z', '2a1b2c3d4e5f6')).toBe(
    '尘图备份-咸阳市-2026-11-29-0002-a1b2c3.zip',
  )
})

it('has no character that a system forbids, and no gap if the device is unknown', () => {
  expect(backupName('备份', '甲/乙:市', '2026-01-02T01:02:00Z', '')).toBe('备份-甲_乙_市-2026-01-02-0902.zip')
})
