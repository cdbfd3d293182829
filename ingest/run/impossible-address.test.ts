import { expect, it } from 'vitest';
import { impossibleAddress } from './impossible-address.ts';

it.each([
  ['https://bao.example/hop-giao-ban-post123.html', 'https://bao.example/khong-co-hop-giao-ban-post9080706050123.html'],
  ['https://a.example/Tin.aspx?Cat=82&nid=1001', 'https://a.example/Tin.aspx?Cat=908070605082&nid=90807060501001'],
  ['https://a.example/Tin.aspx?nid=7&ten=bai', 'https://a.example/Tin.aspx?nid=90807060507&ten=bai'],
  [
    'https://a.example/dat/nghi-dinh-301-d1.html',
    'https://a.example/dat/khong-co-nghi-dinh-9080706050301-d90807060501.html',
  ],
  ['https://a.example/chinh-tri/202309/hop-55/', 'https://a.example/chinh-tri/202309/khong-co-hop-908070605055/'],
  [
    'https://a.example/tin/1301-hop-giao-ban?tmpl=component&print=1',
    'https://a.example/tin/khong-co-90807060501301-hop-giao-ban',
  ],
  ['https://a.example/tin/ban-thuong-vu-hop-phien?trang=2', 'https://a.example/tin/khong-co-ban-thuong-vu-hop-phien'],
  ['https://a.example/tin/hop-giao-ban?x=y', 'https://a.example/tin/khong-co-hop-giao-ban'],
  [
    'https://a.example/tin/b%C3%A0i-s%E1%BB%91-12.html',
    'https://a.example/tin/khong-co-b%C3%A0i-s%E1%BB%91-908070605012.html',
  ],
  ['https://a.example/in%20ra.aspx?nid=7', 'https://a.example/in%20ra.aspx?nid=90807060507'],
  ['https://a.example/', 'https://a.example/khong-co-'],
])('%s becomes %s', (given, made) => {
  expect(impossibleAddress(given)).toBe(made);
});
