// Starts the new platform's pages.
import ElementPlus from "element-plus";
import zhCn from "element-plus/es/locale/lang/zh-cn";
import { createApp } from "vue";
import "element-plus/dist/index.css";
import "./platform.css";
import App from "./App.vue";
import ChoiceField from "./parts/ChoiceField.vue";
import MomentField from "./parts/MomentField.vue";
import YesNo from "./parts/YesNo.vue";

createApp(App)
  .use(ElementPlus, { locale: zhCn })
  .component("MomentField", MomentField)
  .component("ChoiceField", ChoiceField)
  .component("YesNo", YesNo)
  .mount("#app");
