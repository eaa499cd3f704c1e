import type { CheckLine, CheckPictures, CheckText, SourceDetails } from './check-text'
import type { PaperPicture } from './papers'
import { wordPicture } from './word-picture'
import type { WordData } from './word-template'

/** Widths in an office's document, in pixels at 96 dpi: two photos fit side by side on A4. */
const WIDTH = { photo: 270, signature: 200 } as const

const rowOf = ({ title, clause, answer, found, by }: CheckLine, at: number) => ({
  序号: String(at + 1),
  项目: title,
  条款: clause,
  结果: answer,
  情况: found,
  期限: by,
})

/** The fields of a 现场检查记录 for the office's Word template. Unknown values are empty. */
export function checkData(
  title: string,
  text: CheckText,
  known: SourceDetails,
  { drawn, photos }: CheckPictures,
): WordData {
  const { facts, signed } = text
  return {
    标题: title,
    发文机关: text.office,
    检查对象: facts.object,
    类别及编号: facts.kind,
    编号: text.code,
    区县: known.county,
    地址: known.address,
    运营单位: known.operator,
    联系人: known.contact,
    联系电话: known.phone,
    检查时间: facts.time,
    检查人: facts.checkedBy,
    定位: facts.position,
    距离: facts.distance,
    巡查人说明: facts.explained,
    照片和语音: facts.photos,
    更正的记录: facts.corrects,
    更正于: facts.correctedAt,
    更正时定位: facts.correctedFrom,
    更正时说明: facts.explainedAgain,
    情况说明: text.note,
    整改期限: text.rectifyBy,
    签字人: signed?.name ?? '',
    签字时间: signed?.at ?? '',
    签字图: drawn ? wordPicture(drawn, WIDTH.signature, signed?.name ?? '') : '',
    未签字说明: signed?.unsigned ?? text.signedBefore,
    见证人: signed?.witnesses.join('、') ?? '',
    记录编号: text.id,
    校验值: text.hash,
    清单: text.items.map(rowOf),
    问题: text.items.filter(({ isMissed }) => isMissed).map(rowOf),
    照片: text.photos.map(({ hash, item, lines }) => {
      const picture = photos.get(hash)
      const [at, from, short] = lines
      return {
        图: picture ? wordPicture(picture, WIDTH.photo, item) : '',
        项目: item,
        时间: at!,
        定位: from!,
        校验值: short!,
      }
    }),
  }
}

const SAMPLE_PICTURE: PaperPicture = { bytes: new Uint8Array(), width: 1, height: 1 }
const SAMPLE_LINE: CheckLine = { title: '', clause: '', answer: '', isMissed: true, found: '', by: '' }

/** All fields that exist, for testing a template independent of a particular check. */
export const NO_CHECK: WordData = checkData(
  '',
  {
    id: '',
    hash: '',
    year: '',
    office: '',
    code: '',
    facts: {
      object: '',
      kind: '',
      place: '',
      operator: '',
      contact: '',
      time: '',
      checkedBy: '',
      position: '',
      distance: '',
      explained: '',
      photos: '',
      corrects: '',
      correctedAt: '',
      correctedFrom: '',
      explainedAgain: '',
    },
    items: [SAMPLE_LINE],
    note: '',
    rectifyBy: '',
    photos: [{ hash: '', item: '', lines: ['', '', ''] }],
    signed: null,
    signedBefore: '',
  },
  { county: '', address: '', operator: '', contact: '', phone: '' },
  { drawn: SAMPLE_PICTURE, photos: new Map([['', SAMPLE_PICTURE]]) },
)
