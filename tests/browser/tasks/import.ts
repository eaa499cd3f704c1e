import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { filterBar } from '../pages'
import { button, type Task } from './task'

/** Sites that are not in the data, in degrees of GCJ-02, which nothing in the file shows. */
function sitesInGcj02(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const [lon, lat] = fromWgs84('gcj02', [108.7 + i / 1000, 34.335])
    return `XM-${i},新建项目${i},秦都区,${lon.toFixed(6)},${lat.toFixed(6)},是,否`
  })
  return Buffer.from(`项目编号,项目名称,所属区县,经度,纬度,围挡,湿法作业\r\n${rows.join('\r\n')}\r\n`)
}

export const thirtySites: Task = {
  name: '11: 30 sites in GCJ-02 come in, are seen on the map, and go again',
  address: '#/data',
  async act(page, hand) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hand.press(button(page, '选择文件'))])
    await chooser.setFiles({ name: '新工地.csv', mimeType: 'text/csv', buffer: sitesInGcj02(30) })
    await hand.press(page.getByRole('radio', { name: /GCJ-02/ }))
    await hand.press(page.getByRole('button', { name: /^(接管|确认导入) 1 个文件/ }))
    await hand.press(button(page, '到地图上看'))
    await hand.see(filterBar(page).getByText('30 处污染源'))
    const notices = page.getByRole('region', { name: '提示' })
    await hand.press(notices.getByRole('button', { name: '撤销' }))
    await hand.see(notices.getByText(/已撤销/))
    await notices.getByRole('button', { name: '关闭' }).click()
  },
}
