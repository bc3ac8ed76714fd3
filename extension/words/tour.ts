// The words of the first minutes: the tour on the page, the pages that may be read, what stands at the sign-in.

export const words = {
  tour: {
    name: "认识第一粒扣",
    invite: {
      title: "60 秒认识第一粒扣",
      text: "共 4 步，就在这一页上看。只出现这一次，不影响正在填写的内容。",
      go: "开始",
      no: "不用了",
    },
    steps: [
      {
        title: "一粒扣子，一个数字",
        text: "数字是本页要处理的项数，颜色和形状是其中最急的一项。灰色是没有读到、没有检查，不代表没有问题。",
      },
      {
        title: "点开，看为什么",
        text: "每张卡片写明依据哪一条、读到什么、期限怎么算、怎么改。随时按 Alt+Q 打开或者收起。",
      },
      {
        title: "字段旁的标记",
        text: "要改的字段旁有小标记，点它直接看那一张卡片；改对以后标记自己消失。",
      },
      {
        title: "不认同，就说",
        text: "卡片下方的“有异议”交给法制，“有误”交给规则负责人，都有答复。扣子可以拖到别处，也可以写明理由暂停，最长 30 分钟。",
      },
    ],
    at: (step: number, of: number) => `${step} / ${of}`,
    next: "下一步",
    back: "上一步",
    skip: "跳过",
    done: "知道了",
  },
  access: {
    title: "允许读取办案平台",
    say: "浏览器还没有允许第一粒扣读取下面的办案平台。只读这几个地址，其他网页一律不读。",
    go: "允许",
    busy: "等待浏览器确认",
    later: "以后再说",
    laterWhy: "不允许就不检查；以后打开这个页面时还会再问。",
    refused: "浏览器没有允许，请在弹出的询问里选“允许”",
  },
  desk: {
    unit: (unit: string) => `本机属于${unit}。`,
    idle: (minutes: number) =>
      `空闲 ${minutes} 分钟，已自动退出登录；没有发出的记录留在本机，下次登录后补发。`,
  },
} as const;
