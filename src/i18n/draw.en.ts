import type { drawZh } from './draw.zh-CN'

/** Texts of drawing on a photo, in English. */
export const drawEn: typeof drawZh = {
  begin: 'Mark up',
  title: 'Mark up the photo (the original stays unchanged)',
  cancel: 'Cancel',
  undo: 'Undo last stroke',
  save: 'Save markup',
  photo: 'Photo to mark up',
  sheet: '{{count}} marks',
  failed: 'The markup was not saved; the original is still there. Try again.',
  tool: { arrow: 'Arrow', circle: 'Circle', line: 'Line' },
  colour: { red: 'Red', white: 'White' },
  cameraAtNo: 'Open the camera when an item is not met',
  cameraAtNoOff: 'Do not open the camera when an item is not met',
  showOriginal: 'Show original',
  showMarked: 'Show markup',
}
