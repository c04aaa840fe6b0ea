import sharp from 'sharp';
const [a = '', b = '', y = '0', h = '900'] = process.argv.slice(2);
const { width = 0, height = 0 } = await sharp(a).metadata();
await sharp(a)
  .extract({ left: 0, top: Math.min(Number(y), height - 10), width, height: Math.min(Number(h), height - Number(y)) })
  .toFile(b);
console.log(width, height);
