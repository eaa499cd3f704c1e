import type { drawZh } from './draw.zh-CN'

/** Texts of drawing on a photo, in English. */
export const drawEn: typeof drawZh = {
  begin: 'Draw',
  title: 'Draw on a copy (the photo stays as it is)',
  cancel: 'Not now',
  undo: 'Undo the last',
  save: 'Keep the drawing',
  photo: 'Photo to draw on',
  sheet: '{{count}} drawn',
  failed: 'The drawing was not kept; the photo is still there. Try again.',
  tool: { arrow: 'Arrow', circle: 'Circle', line: 'Line' },
  colour: { red: 'Red', white: 'White' },
  cameraAtNo: 'Open the camera where an item is not met',
  cameraAtNoOff: 'Do not open the camera by itself',
  showOriginal: 'Show the original',
  showMarked: 'Show the drawing',
}
