import type { Regime } from '@/lib/ledger/record'
import { language } from './language'

/**
 * Regimes are headings of ours, which the record has in English alone. Their Chinese hangs on the very words that it
 * translates: where somebody rewords a regime, readers see the new words in English until these follow.
 */
const IN_CHINESE: { readonly [english: string]: string } = {
  'April 4 controls': '4月4日管制措施',
  'Busan suspension': '釜山暂停实施',
  'Other minerals': '其他矿产',
  'Entity lists': '实体名单',
  'Ordinary licence': '一般出口许可证',
  Framework: '基本制度',
  'General licences': '通用许可',
  India: '印度',
  'Japan 2026': '对日本管制（2026年）',
  'KL extension': '吉隆坡安排延期',
  Myanmar: '缅甸',
  Malaysia: '马来西亚',
  'October 9 package': '10月9日一揽子措施',
  'Technology catalogue': '技术目录',
  'No. 46, United States': '对美国管制（第46号）',
  'US drone items': '对美国无人机物项',
  'Viet Nam': '越南',
  'April 4, 2025 controls on seven medium and heavy rare earths': '2025年4月4日对七种中重稀土实施的管制',
  'Suspensions after the Kuala Lumpur talks and the Busan meeting': '吉隆坡磋商和釜山会晤后的暂停实施',
  'Item controls of 2023 to early 2025 on other critical minerals': '2023年至2025年初对其他关键矿产的物项管制',
  'Control-list entries for US, EU and Taiwan entities': '列入管控名单的美国、欧盟和台湾地区实体',
  'Ordinary export licence': '一般出口许可证',
  'Export control framework': '出口管制基本制度',
  'General licences for some rare earth exporters': '部分稀土出口商获得的通用许可',
  'Indian request on exports to Japan': '印度就对日本出口提出的要求',
  'Controls on dual-use items to Japan': '两用物项对日本出口管制',
  'Announced extension of the Kuala Lumpur arrangement': '已宣布的吉隆坡安排延期',
  'Myanmar supply stops': '缅甸供应中断',
  'Malaysian moratorium on raw rare earths': '马来西亚未加工稀土出口禁令',
  'October 9, 2025 package': '2025年10月9日一揽子措施',
  'Catalogue of technologies prohibited or restricted from export': '禁止出口限制出口技术目录',
  'Controls on dual-use items to the United States': '两用物项对美国出口管制',
  'Drone items to the United States': '无人机物项对美国出口管制',
  'Vietnamese minerals law, rare earth chapter': '越南矿产法稀土章',
}

/** The short name of a regime, as columns and links have it. */
export function regimeName({ shortName }: Pick<Regime, 'shortName'>): string {
  return inWords(shortName)
}

/** What a regime is, in a line. */
export function regimeTitle({ nameEn }: Pick<Regime, 'nameEn'>): string {
  return inWords(nameEn)
}

function inWords(english: string): string {
  return language() === 'en' ? english : (IN_CHINESE[english] ?? english)
}
