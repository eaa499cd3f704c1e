import { FOOTER_NOTICES, type NoticeCode, useNotices } from '@/store/page/notices'
import { useNoticeText } from '@/store/words/notice-text'

/** Notices on what is shown, small among a scene's notes: a bar would shift content that is read from afar. */
export function FootNotices() {
  const codes = useNotices((state) => state.codes)
  return codes.flatMap((code) =>
    FOOTER_NOTICES.some((each) => each === code) ? [<Line key={code} code={code} />] : [],
  )
}

function Line({ code }: { readonly code: NoticeCode }) {
  const text = useNoticeText(code)
  return text === '' ? null : <span role="status">{text}</span>
}
