import encodeQR from 'qr'

/** Quiet zone around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

interface Props {
  readonly text: string
  /** `alphanumeric` packs digits, capitals and `:` tightly; `byte` takes any text. */
  readonly encoding?: 'alphanumeric' | 'byte'
  readonly label: string
}

/** One QR code, black on white in every theme. */
export default function QrImage({ text, encoding = 'alphanumeric', label }: Props) {
  const modules = encodeQR(text, 'raw', { ecc: 'low', encoding, border: QUIET_ZONE })
  const size = modules.length
  const dark = modules.flatMap((row, y) => row.flatMap((each, x) => (each ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" shapeRendering="crispEdges" data-part={text} />
    </svg>
  )
}
