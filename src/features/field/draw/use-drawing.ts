import { type PointerEvent, useRef, useState } from 'react'
import { isDrawn, type Mark, type MarkColour, type MarkTool, markWidths, type PicturePoint } from '@/domain/field/mark'

/** Size of the picture in its own pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Drawing with one finger or a pen, in pixels of the picture. Once a pen was used, touches are ignored, so that the
 * hand can rest on the screen. A second finger draws nothing.
 */
export function useDrawing(size: PictureSize | null, tool: MarkTool, colour: MarkColour) {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const [open, setOpen] = useState<Mark | null>(null)
  const pointer = useRef<number | null>(null)
  const sawPen = useRef(false)

  function placeOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): PicturePoint {
    const box = currentTarget.getBoundingClientRect()
    const { width, height } = size!
    return [
      (Math.min(Math.max(clientX - box.left, 0), box.width) / box.width) * width,
      (Math.min(Math.max(clientY - box.top, 0), box.height) / box.height) * height,
    ]
  }
  const drop = () => {
    pointer.current = null
    setOpen(null)
  }
  return {
    /** All marks, including the one being drawn. */
    marks: open ? [...marks, open] : marks,
    isEmpty: marks.length === 0,
    undo: () => setMarks((now) => now.slice(0, -1)),
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        if (event.pointerType === 'pen') sawPen.current = true
        if (!size || pointer.current !== null || event.button > 0) return
        if (sawPen.current && event.pointerType === 'touch') return
        pointer.current = event.pointerId
        event.currentTarget.setPointerCapture?.(event.pointerId)
        setOpen({ tool, colour, points: [placeOf(event)] })
      },
      onPointerMove(event: PointerEvent<SVGSVGElement>) {
        if (event.pointerId !== pointer.current) return
        const place = placeOf(event)
        setOpen((now) => now && { ...now, points: [...now.points, place] })
      },
      onPointerUp(event: PointerEvent<SVGSVGElement>) {
        if (event.pointerId !== pointer.current) return
        if (size && open && isDrawn(open, markWidths(size.width, size.height).line)) setMarks((now) => [...now, open])
        drop()
      },
      onPointerCancel: (event: PointerEvent<SVGSVGElement>) => event.pointerId === pointer.current && drop(),
    },
  }
}
