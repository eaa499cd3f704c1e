/** Texts on what happens to a window: changes elsewhere, failures, updates. */
export const windowZh = {
  notice: {
    title: '提示',
    elsewhere:
      '其他窗口已更改数据：{{what}}（{{at}}）。本窗口显示的是更改前的数据，待导入的文件仍在，查看后按新数据重新核对。',
    elsewhereDelivered:
      '其他窗口已改用随应用提供的数据。本窗口显示的是更改前的数据，待导入的文件仍在，查看后按新数据重新核对。',
    look: '查看更改后的数据',
    'not-kept':
      '浏览器没有存下这项设置（空间已满、无痕窗口，或不允许本站保存数据），关闭页面后不会保留。请清理磁盘，或在浏览器设置里允许本站的网站数据，再设置一次。',
    toData: '打开“数据”',
    'one-file':
      '单文件版，断网可用。数据和记录存在本机的这个浏览器里，不在文件中，换电脑前请在“数据”中备份。不能安装，不会自动更新；浏览器可能不提供定位。',
    'chunk-gone': '尘图已更新或网络中断，这部分功能未能加载，已保存的数据不受影响。请保存手头工作后重新加载页面。',
    'kind-shown': '所选污染源的类别原先不在图上，现已显示；不需要时可在“图层”中关闭。',
    'no-month': '{{asked}}尚无数据，显示{{shown}}。',
    'worker-restarted':
      '数据处理程序意外中止，已自动重新启动并恢复显示。已保存的数据不受影响；未完成的操作请再做一次。',
    unexpected: '有一项操作没有完成，已保存的数据不受影响。请再试一次，仍不行请重新加载页面。',
    reload: '重新加载页面',
  },
  gone: {
    said: '浏览器清除了本机保存的内容：{{what}}（{{at}} 时还在）。随应用提供的数据不受影响。{{back}}以后请定期备份，并在“诊断”中申请长期保留。',
    what: {
      versions: '数据的 {{count}} 个版本',
      records: '{{count}} 条现场记录',
      readings: '监测数据',
      tracks: '渣土车轨迹',
    },
    back: {
      versions: '请在“数据”中“从备份恢复”，选最近的备份；没有备份的，重新导入原来的表格。',
      records: '已交内勤的记录在内勤的电脑上，没有丢失；未交的无法找回，请核对后补查。',
      readings: '监测数据请重新导入原始文件。',
      tracks: '渣土车轨迹请重新导入原始文件。',
    },
  },
  tasksKept: {
    carried: '已转入现行方案',
    left: '{{count}} 项未转入现行方案，留存在旧方案中，不再核查',
    both: '{{count}} 项未转入，留存在旧方案中，不再核查；现行方案中的 {{now}} 项按现行方案核查',
  },
  planMove: {
    plan: '{{year}}年方案',
    planOfSeveral: '{{year}}年第{{nth}}份方案',
    clause: '第{{number}}条',
    comma: '、',
    semicolon: '；',
    said: '此视图按{{plan}}保存，现按{{now}}显示：{{what}}。',
    unsaid: '此视图没有注明按哪一份方案保存，现按{{now}}显示：{{what}}。',
    goesOn: '原第{{then}}条现为第{{now}}条',
    gone: '{{clauses}}未延续，已取消这一筛选',
    kept: '{{clauses}}现为哪一条没有记录，仍按原条号显示，请核对',
    ended: '有{{count}}项要求已停用，已取消这一筛选',
    unknown: '此视图按{{plan}}的{{clauses}}保存，当前数据中没有这份方案，已取消这一筛选。',
  },
  update: {
    waiting: '尘图有新版本。',
    elsewhere: '其他窗口已更新尘图，请保存手头工作后重新加载本页。',
    recording: '有窗口正在记录检查，请保存后再更新。',
    importing: '有窗口中的文件尚未导入，现在更新后需重新放入这些文件。',
    editing: '有窗口的数据表中有未保存的更改，现在更新会丢失。请先在数据表中保存或放弃。',
    writing: '有窗口的会议材料中有未保存的内容，现在更新会丢失。请先保存。',
    now: '更新',
    reload: '重新加载页面',
    anyway: '仍然更新',
    later: '以后再说',
  },
}
