import { describe, expect, it } from 'vitest';
import { type Block, dropCaptions, readBlocks, readPictureTexts } from './blocks.ts';
import { openPage, selectSafely } from './markup.ts';

function blocksOf(html: string): { readonly blocks: readonly Block[]; readonly kept: readonly string[] } {
  const opened = openPage(`<main>${html}</main>`);
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  const root = selectSafely(opened.page, 'main');
  const blocks = readBlocks(root);
  return { blocks, kept: dropCaptions(blocks, readPictureTexts(opened.page, root)).map((block) => block.text) };
}

describe('readBlocks', () => {
  it.each([
    [
      'paragraphs and headings',
      '<h2>Một</h2><p>Hai <b>ba</b></p><div>Bốn<p>Năm</p>Sáu</div>',
      ['Một', 'Hai ba', 'Bốn', 'Năm', 'Sáu'],
    ],
    ['text without any tag', 'Một hai', ['Một hai']],
    ['one <br> and two', 'Một<br>hai<br><br>Ba<br/> <br/><br/>Bốn', ['Một\nhai', 'Ba', 'Bốn']],
    ['entities and odd spaces', '<p>&nbsp; Nghị&nbsp;quyết&#160; s&#7889;\u200B 31</p>', ['Nghị quyết số 31']],
    ['no scripts, styles or comments', '<p>Một<script>x</script><style>y</style><!-- z --></p>', ['Một']],
    ['lists', '<ul><li>Một<li>Hai</ul>', ['Một', 'Hai']],
    [
      'a table of figures',
      '<table><tr><th>Xã<th>Hộ<tr><td>Hà Trung<td>12<tr><td><td></table>',
      ['Xã | Hộ\nHà Trung | 12'],
    ],
    ['a table that lays out', '<table><tr><td>Một<p>Hai</p></td></tr></table>', ['Một', 'Hai']],
    [
      'tables in tables',
      '<table><tr><td><table><tr><td>A<td>1<tr><td>B<td>2</table></td></tr></table>',
      ['A | 1\nB | 2'],
    ],
    ['unclosed tags', '<p>Một<p>Hai<b>ba', ['Một', 'Haiba']],
    ['nothing', '<p> </p><p>&nbsp;</p>', []],
  ])('%s', (_, html, texts) => expect(blocksOf(html).blocks.map((block) => block.text)).toEqual(texts));

  it.each([
    ['<p><b>Một</b> <strong>hai</strong></p>', { isBold: true, isItalic: false, align: 'left', kind: 'prose' }],
    ['<p><b>Một</b> hai</p>', { isBold: false }],
    ['<p style="font-weight: 700; text-align: RIGHT">Một</p>', { isBold: true, align: 'right' }],
    ['<center><i>Một</i></center>', { isItalic: true, align: 'center' }],
    ['<div align="center"><p class="text-right">Một</p></div>', { align: 'right' }],
    ['<h3>Một</h3>', { kind: 'heading' }],
    ['<b>Một<br><br></b>', { isBold: true }],
    ['<p><img src="x"></p>', { kind: 'picture', text: '' }],
  ])('%s', (html, style) => expect(blocksOf(html).blocks[0]).toMatchObject(style));

  it('stops before an element', () => {
    const opened = openPage('<main><p>Một</p><div><p id="x">Hai</p><p>Ba</p></div></main>');
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const { page } = opened;
    expect(
      readBlocks(selectSafely(page, 'main'), { until: page('#x').get(0) ?? null }).map((block) => block.text),
    ).toEqual(['Một']);
  });
});

describe('dropCaptions', () => {
  const picture = '<p><img src="a.jpg"></p>';
  it.each([
    ['centred below a picture', `${picture}<p align="center">Đại biểu dự họp.</p><p>Hết.</p>`, ['Hết.']],
    [
      'italic, and printed twice',
      `${picture}<p><i>Đại biểu dự họp.</i></p><p><i>Đại biểu dự họp.</i></p><p>Hết.</p>`,
      ['Hết.'],
    ],
    ['unfinished below a picture', `${picture}<p>Đại biểu dự họp</p><p>Hết.</p>`, ['Hết.']],
    ['as the alternative text, anywhere', '<p>Đại biểu dự họp.</p><p>Hết.</p><img alt="Đại biểu dự họp">', ['Hết.']],
    [
      'in a table with its picture',
      '<table><tr><td><img></td></tr><tr><td>Đại biểu dự họp.</td></tr></table><p>Hết.</p>',
      ['Hết.'],
    ],
    [
      'a whole sentence below a picture is text',
      `${picture}<p>Hội nghị bắt đầu lúc 8 giờ.</p>`,
      ['Hội nghị bắt đầu lúc 8 giờ.'],
    ],
    ['a bold heading below a picture is text', `${picture}<p><b>Về kinh tế</b></p>`, ['Về kinh tế']],
    ['the authors below a picture are text', `${picture}<p align="right">Minh Châu</p>`, ['Minh Châu']],
    [
      'a text that is centred as a whole is none',
      `<div align="center">${picture}<p>Sân khấu mở màn.</p>${picture}<p>Khán giả vỗ tay.</p></div>`,
      ['Sân khấu mở màn.', 'Khán giả vỗ tay.'],
    ],
    [
      'two lines at most below a picture',
      `${picture}<p>Đại biểu dự họp</p><p>Nguồn tư liệu</p><p>Phần thứ ba</p>`,
      ['Phần thứ ba'],
    ],
    ['a sentence that ends in another script', `${picture}<p>会议于八点开始。</p>`, ['会议于八点开始。']],
    ['a short alternative text names nothing', '<p>Hà Nam</p><img alt="Hà Nam">', ['Hà Nam']],
  ])('%s', (_, html, kept) => expect(blocksOf(html).kept).toEqual(kept));
});
