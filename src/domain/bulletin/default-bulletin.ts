/** The first statement about a month's figures in its papers. */
export const FIGURES_PARAGRAPH = `{年月}，全市降尘量均值为{全市均值}吨/（平方公里·月）{全市环比}{全市同比}。各区县中最大值{最大值}（{最大区县}），最小值{最小值}（{最小区县}）。限值为{限值}吨/（平方公里·月），参加排名的{排名区县数}个区县中{达标数}个达标，{超标数}个超标。
{累计情况}
{缺数据区县}`

/** The default text of the bulletin; an office may have its own. */
export const DEFAULT_BULLETIN_TEMPLATE = `# {城市}{年月}降尘监测情况通报
{数据性质}
## 一、总体情况
${FIGURES_PARAGRAPH}
## 二、各区县排名
{排名表}
## 三、超标区县
{超标情况}
{连续超标}
## 四、改善情况
{改善情况}
{升高情况}
## 五、监测点位
{无效点位}
{公布值差异}
## 六、更正情况
{更正情况}
## 七、重污染天气预警响应
{预警情况}
{预警表}
## 八、异常处置情况
{处置情况}
{处置表}
## 九、工作要求
{工作要求}
## 附：数值来源
{点位表}
`
