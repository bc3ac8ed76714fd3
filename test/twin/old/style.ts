// The old platform's style sheet, as such systems looked in 2009.

export const STYLE = `
body{margin:0;font:12px/1.5 "SimSun","宋体","Noto Serif CJK SC",serif;color:#222;background:#fff}
a{color:#15428b;text-decoration:none}a:hover{text-decoration:underline;color:#c00}
table{border-collapse:collapse}
#top{height:64px;background:#1a5aa8;background:linear-gradient(#2f78c8,#13478c);color:#fff;position:relative}
#top h1{margin:0;padding:14px 0 0 20px;font:bold 25px/36px "SimHei","黑体","Noto Sans CJK SC",sans-serif;letter-spacing:3px;text-shadow:1px 2px 2px #0a2c5c}
#top .who{position:absolute;right:14px;bottom:6px}#top .who a{color:#fff}#top .who b{font-weight:normal;margin-left:14px}
#nav{background:#d3e3f5;border-bottom:1px solid #99bbe8;height:26px}
#nav a{float:left;padding:0 16px;line-height:26px;border-right:1px solid #99bbe8}
#nav a.on{font-weight:bold;background:#fff}
#frames{width:100%;border:0}#frames td{padding:0;vertical-align:top}
iframe{border:0;width:100%;display:block}
.menu{background:#f4f8fd;padding:8px 6px;min-height:1400px}.menu p{margin:6px 0 2px;font-weight:bold;color:#15428b}
.menu p:before{content:"■ ";color:#c99a16}.menu div{padding:1px 0 1px 12px;color:#888}
.work{padding:0 10px}.pos{padding:7px 0 5px;border-bottom:1px solid #99bbe8;color:#15428b;margin-bottom:6px}
.tabs{height:25px;border-bottom:1px solid #6593cf;margin-bottom:0}
.tabs a{float:left;padding:0 12px;line-height:24px;border:1px solid #99bbe8;border-bottom:0;margin-right:3px;background:#dfe8f6}
.tabs a.on{background:#fff;font-weight:bold;color:#c00}
.inner{padding:8px 2px}
table.t{width:100%;margin-bottom:8px;background:#fff}
table.t td,table.t th{border:1px solid #8db2e3;padding:3px 5px;height:20px}
table.t th{background:#d7e6f7;color:#15428b;font-weight:bold;text-align:center}
table.t caption,.cap{background:#b9d3ee;border:1px solid #8db2e3;border-bottom:0;color:#15428b;font-weight:bold;text-align:left;padding:4px 8px}
td.k{background:#e6f0fb;text-align:right;width:116px;color:#15428b;white-space:nowrap}
td.s{background:#d7e6f7;text-align:center;width:26px;font-weight:bold;color:#15428b}
table.t td.c{text-align:center}
input,select,textarea{font:12px "SimSun","宋体","Noto Serif CJK SC",serif;border:1px solid #7f9db9;padding:1px 2px}
input[type=radio]{border:0;vertical-align:-2px}
input[type=text],input.ro{width:150px;height:17px}textarea{width:98%;line-height:1.6}
input.ro{background:#eee;color:#555;border-color:#bbb;width:190px}input.Wdate{width:128px}
.btns{text-align:center;padding:8px;border:1px solid #8db2e3;background:#f4f8fd;margin-bottom:10px}
.btn{height:23px;padding:0 12px;margin:0 4px;border:1px solid #2c59aa;background:#e2ecf9;background:linear-gradient(#fff,#c7dbf2);cursor:pointer;color:#15428b}
.star{color:#f00}.msg{background:#fffbd8;border:1px solid #e0c060;color:#a04000;padding:4px 10px;margin-bottom:6px}
tr.even td{background:#f5f9fe}.none{text-align:center;color:#888}
.paper{border:1px solid #999;padding:24px 36px;margin:6px auto 10px;max-width:860px;background:#fffefa}
.paper h2{text-align:center;font:bold 20px "SimSun","宋体","Noto Serif CJK SC",serif;letter-spacing:6px;margin:4px 0 14px}
.paper table.t td,.paper table.t th{border-color:#333}
.foot{color:#777;text-align:center;padding:6px}
`;
