/**
 * Texts of files exchanged between tablets and the desk: what each file is, where it belongs, and what follows a
 * receipt; in Chinese.
 */
export const broughtZh = {
  atTablet: {
    receipt: '{{file}} 是内勤的回执。',
    rounds: '{{file}} 是巡查路线。',
    bundle:
      '{{file}} 是巡查包或其他压缩文件，不是回执或路线，没有读入。巡查包请交给内勤，在“数据 › 接收巡查记录”里选择。',
    sealed: '{{file}} 是有口令的巡查包，没有读入。请交给内勤，在“数据 › 接收巡查记录”里选择。',
    unknown:
      '{{file}} 不是回执，也不是巡查路线，没有读入任何内容。要导入表格，请在“数据”界面用“选择文件”；其他文件请向内勤核对。',
  },
  atDesk: {
    receipt: '{{file}}：这是回执，不是巡查包，没有收下任何内容。请带回平板，在“交内勤 › 读入回执或路线”里读入。',
    rounds: '{{file}}：这是巡查路线，不是巡查包，没有收下任何内容。请拷到平板，在“交内勤 › 读入回执或路线”里读入。',
  },
  originals: '{{count}} 张原图',
  voices: '{{count}} 段语音',
  goes: '将删除：{{what}}，共 {{size}}。内勤的回执按校验值（SHA-256）逐项写明已收到。',
  stays: '保留：全部 {{records}} 条记录，以及每张照片的小图，仍可查看、打印、再次交出。语音没有副本。',
  unnamed: '另有 {{what}}没有回执，不会删除。',
  forGood: '删除后本机不能恢复，只在内勤处。',
  releaseNow: '删除 {{what}}',
  keepOriginals: '暂不删除',
  gone: '已从本机删除 {{what}}（最近一次 {{at}}）；内勤处都有，收到时已按校验值核对。',
  goneOn: '（{{days}} 删除）',
  remembered: '口令在本页关闭前有效，不保存；关闭后须重新输入。',
  follows: {
    fork: {
      held: '这次带来的 {{count}} 条搁置，可查，不计入。',
      brought: '已收到的 {{count}} 条搁置，可查，不计入；改以这次带来的为准。',
    },
    late: {
      held: '这 {{count}} 条搁置，可查，不计入。平板仍停止接收。',
      brought: '这 {{count}} 条收下，照常计入。平板仍停止接收。',
    },
  },
}
