/** Texts of requirements as items of their own: in the board, the filters, the search and lists. In Chinese. */
export const requirementZh = {
  requirement: {
    title: '要求',
    comma: '、',
    found: '第{{clause}}条 · {{kind}} · 不符合 {{count}} 处',
    itemFound: '{{title}} · 第{{clause}}条 · 不符合 {{count}} 处',
    press: '只看不符合“{{title}}”的污染源',
    pressStatus: '只看“{{title}}”{{status}}的污染源',
    ended: '{{title}}（已停用）',
    unknown: '方案中没有的要求',
    behind: '查看对应的污染源',
  },
  problems: {
    rest: '另有 {{count}} 处没有已逾期或不符合的要求',
    restPast: '，其中 {{count}} 处有已过期限而缺数据的要求，是否完成尚不清楚',
    showAll: '全部列出',
    onlyProblems: '只列问题',
  },
}
