/** The counties of the default package: code, name, and the code of its outline in the origin file if it differs. */
export const COUNTIES: readonly (readonly [code: string, name: string, origin?: string])[] = [
  ['610402', '秦都区'],
  ['610403', '杨陵区'],
  ['610404', '渭城区'],
  ['610422', '三原县'],
  ['610423', '泾阳县'],
  ['610424', '乾县'],
  ['610425', '礼泉县'],
  ['610426', '永寿县'],
  ['610428', '长武县'],
  ['610429', '旬邑县'],
  ['610430', '淳化县'],
  ['610431', '武功县'],
  ['610481', '兴平市'],
  ['610482', '彬州市', '610427'],
]
