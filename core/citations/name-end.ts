/**
 * Tells where the capital words behind a body or a unit stop being its name: "Huyện ủy Ba Chẽ Nghị quyết số 5" ends at
 * Nghị, while Châu Thành, Quy Nhơn, Kế Sách and Hướng Hóa are names to their end.
 *
 * Many words that open a type, an organ or an office open names as well, so most count only with the word that makes
 * them one; those few that no place is named with count alone.
 */

/** Words that end a name whatever follows. */
const ALWAYS =
  /^(?:Luật|Pháp|Bộ|Ban|Khóa|Khoá|Số|Về|Đảng|Tỉnh|Huyện|Bí|Chủ|Ủy|Uỷ|Các|Theo|Trong|Cùng|Để|Với|HĐND|UBND|MTTQ|BTV|BCH|NQ|CT|QĐ|KL|KH|TB|TU|TW)$/u;
/** Words that end it before one of these, in whatever case. */
const BEFORE: ReadonlyMap<string, RegExp> = new Map([
  ['Nghị', /^(?:quyết|định)$/iu],
  ['Chỉ', /^(?:thị|đạo|huy)$/iu],
  ['Quyết', /^(?:định|nghị|toán|tâm)$/iu],
  ['Quy', /^(?:định|chế|hoạch|trình|ước)$/iu],
  ['Kết', /^(?:luận|quả|thúc)$/iu],
  ['Thông', /^(?:báo|tư|tri|cáo|qua)$/iu],
  ['Kế', /^hoạch$/iu],
  ['Chương', /^trình$/iu],
  ['Hướng', /^dẫn$/iu],
  ['Báo', /^cáo$/iu],
  ['Tờ', /^trình$/iu],
  ['Đề', /^(?:án|nghị|cương)$/iu],
  ['Công', /^(?:văn|điện|an|tác|bố|đoàn)$/iu],
  ['Đồng', /^(?:chí|thời)$/iu],
  ['Thành', /^(?:[uủ][ỷy]|phố|đoàn|lập|viên)$/iu],
  ['Phó', /^(?:bí|chủ|trưởng|giám|chánh|tổng|ban)$/iu],
]);

/** Whether `word` ends the name in front of it; `next` is the word behind it, whatever its case. */
export function endsName(word: string, next: string | undefined): boolean {
  return ALWAYS.test(word) || (next !== undefined && BEFORE.get(word)?.test(next) === true);
}
