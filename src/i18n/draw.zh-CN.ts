/** Texts of drawing on a photo, in Chinese. */
export const drawZh = {
  begin: '标注',
  title: '在照片上标注（原图不变）',
  cancel: '不标注',
  undo: '撤销一笔',
  save: '保存标注',
  photo: '要标注的照片',
  sheet: '已标注 {{count}} 处',
  failed: '标注没有保存，原图仍在。请再试一次。',
  tool: { arrow: '箭头', circle: '圈出', line: '画线' },
  colour: { red: '红', white: '白' },
  cameraAtNo: '不符合时直接打开相机',
  cameraAtNoOff: '不符合时不直接打开相机',
  showOriginal: '看原图',
  showMarked: '看标注',
}
