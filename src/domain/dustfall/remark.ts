/** Remarks that say that nothing was remarkable. */
const NOTHING_SAID = /^(?:无|(?:一切|采样|运行|设备)?正常|有效|良好|是)$/
/** Dashes and other marks for an empty cell. */
const EMPTY = /^[\s\-—–―_/\\.·…~、*]*$/

/** Whether a remark says nothing: a dash, 无, 运行正常. */
export const saysNothing = (remark: string): boolean => EMPTY.test(remark) || NOTHING_SAID.test(remark.trim())

/** What an office wrote beside a figure that counts, as a field of it; nothing if the remark says nothing. */
export const remarkBeside = (remark: string | undefined): { readonly remark?: string } =>
  remark === undefined || saysNothing(remark) ? {} : { remark: remark.trim() }
