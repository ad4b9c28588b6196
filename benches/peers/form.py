"""附件1 for the peers that cannot read its layout: where each cell is, what it says.

Figures are those of layouts/附件1 (front.typ, back.typ), in mm from the left side
of the frame. Four reviews and six people, as usual cards have; a card with more
of them would need rows that none of these peers adds by itself.
"""

import json
from pathlib import Path
from typing import NamedTuple

WIDTH = 156
# The page of GB/T 9704, in mm, and the sizes of its text, in pt.
TOP, LEFT, BOTTOM, RIGHT = 37, 28, 35, 26
BELOW_TITLE = 31.35
LABEL, VALUE, BODY, TITLE = 10.5, 12, 15.75, 22
# From line to line of the notes, so that they fill one page.
PITCH = 24
FONTS = {
    "latin": ("Liberation Serif", "core/LiberationSerif-Regular.ttf"),
    "仿宋": ("Gongwen Fangsong", "core/GongwenFangsong-Regular.ttf"),
    "宋体": ("Noto Serif SC", "core/NotoSerifSC-Regular.ttf"),
    "黑体": ("Gongwen Hei", "core/GongwenHei-Regular.ttf"),
    "小标宋": ("Gongwen Biaosong", "core/GongwenBiaosong-Regular.ttf"),
    "僻字": ("HanaMinB", "rare/HanaMinB.ttf"),
}


class Cell(NamedTuple):
    """A label (with `\\n` between its lines), a value (`name`) or room for the photo."""

    left: float
    right: float
    row: int
    rows: int
    label: str = ""
    name: str = ""
    at_left: bool = False


class Side(NamedTuple):
    heights: list
    cells: list


def side(rows, heads):
    """`rows`: height and (edge, what) from left to right, `=name` for a value and
    `<name` for one that begins at the left; the last edge is the frame's."""
    heights, cells = [], []
    for y, (height, end, *parts) in enumerate(rows):
        heights.append(height)
        edges = [edge for edge, _ in parts] + [end]
        for (left, what), right in zip(parts, edges[1:]):
            is_value = what[:1] in ("=", "<")
            cells.append(Cell(left, right, y, 1, "" if is_value else what, what[1:] if is_value else "", what[:1] == "<"))
    return Side(heights, cells + [Cell(*head) for head in heads])


def three(*parts, height=12.75):
    return (height, 118.5, *zip((0, 17.5, 39.5, 57, 79, 96.5), parts))


def two(*parts, left=0, value=32, height=8.35):
    return (height, WIDTH, *zip((left, value, 79, 111), parts))


def flow(first, second, third, fourth, height=8.35):
    return two(first, second, third, fourth, left=11, value=43, height=height)


FRONT = side(
    [
        three("姓　名", "=姓名", "性　别", "=性别", "出生年月\n（　岁）", "=出生年月"),
        three("民　族", "=民族", "籍　贯", "=籍贯", "婚姻状况", "=婚姻状况"),
        three("入党日期", "=入党日期", "转正日期", "=转正日期", "参加工作\n时间", "=参加工作时间"),
        (12.75, 118.5, (0, "入党时\n所在支部"), (17.5, "=入党时所在支部"), (57, "转正时\n所在支部"), (79, "=转正时所在支部")),
        *[
            two(kind, f"=学历学位.{kind}", "毕业院校\n系及专业", f"=学历学位.{kind}.毕业院校系及专业", left=11, height=10.16)
            for kind in ("全日制教育", "在职教育")
        ],
        *[
            (8.35, WIDTH, (0, name), (32, "<" + name))
            for name in ("工作单位及职务", "组织关系所在单位", "户籍所在地", "现居住地")
        ],
        *[
            two(a, "=" + a, b, "=" + b)
            for a, b in (
                ("所在党支部", "进入党支部日期"),
                ("现任党内职务", "入党介绍人"),
                ("月应交纳党费", "手机号码"),
                ("身份证号码", "QQ号码或微信号"),
            )
        ],
        flow("流出日期", "=流动.流出日期", "外出流向", "=流动.外出流向"),
        flow("外出类型", "=流动.外出类型", "外出原因", "=流动.外出原因"),
        flow("活动证号码", "=流动.活动证号码", "与党组织\n联系情况", "=流动.与党组织联系情况", height=10.16),
        *[
            (10.16, WIDTH, (11, f"{way}党支部联系人\n及联系方式"), (43, f"<流动.{way}党支部联系人及联系方式"))
            for way in ("流出", "流入")
        ],
        flow("流入地（单位）", "=流动.流入地", "失去联系时间", "=失去联系时间"),
    ],
    [
        (118.5, WIDTH, 0, 4, "", "照片"),
        (0, 11, 4, 2, "学历\n学位"),
        (0, 11, 14, 6, "党员\n流动\n信息"),
    ],
)


def reviews(key):
    names = [f"=民主评议[{i}].{key}" for i in range(4)]
    return (10, WIDTH, *zip((22, 42, 70.5, 99, 127.5), [key, *names]))


def abroad(first, second, height=12.25):
    name = lambda label: "=出国." + label.replace("\n", "")
    return (height, WIDTH, *zip((22, 42, 89, 109), (first, name(first), second, name(second))))


PEOPLE = ("称谓", "姓名", "年龄", "政治面貌", "工作单位及职务")


def family(height, parts):
    return (height, WIDTH, *zip((22, 38, 60, 73, 95), parts))


SIGNATURE = "支部书记签字：\u3000\u3000\u3000\u3000\u3000\u3000\u3000党支部（盖章）\n\u3000\u3000\u3000\u3000\u3000\u3000\u3000年　　月　　日"
SEAL = "党（工）委（盖章）\n\u3000\u3000\u3000\u3000\u3000\u3000\u3000年　　月　　日"
BACK = side(
    [
        (34, WIDTH, (22, "<奖惩情况")),
        reviews("评议时间"),
        reviews("评议结果"),
        abroad("出国日期", "出国原因"),
        abroad("出国后与\n组织联系\n情况", "党籍处理\n方式", height=14.5),
        abroad("回国日期", "恢复组织\n生活情况"),
        family(8, PEOPLE),
        *[
            family(8.5, [("<" if key == PEOPLE[4] else "=") + f"家庭主要成员[{i}].{key}" for key in PEOPLE])
            for i in range(6)
        ],
        (32, WIDTH, (22, SIGNATURE)),
        (32, WIDTH, (22, SEAL)),
    ],
    [
        (0, 22, 0, 1, "奖惩情况"),
        (0, 22, 1, 2, "民主评议\n情况"),
        (0, 22, 3, 3, "出国（境）\n情况"),
        (0, 22, 6, 7, "家庭主要\n成员及重\n要社会关\n系情况"),
        (0, 22, 13, 1, "党支部\n意见"),
        (0, 22, 14, 1, "党（工）委\n审核意见"),
    ],
)
SIGNED = "填表人签名："


def members(folder):
    """The cells of each member, his photo, and the name of his files."""
    for path in sorted(Path(folder, "members").glob("*.json")):
        texts = json.loads(path.read_text())["格"]
        # The age stands below the month of birth.
        texts["出生年月"] = texts["出生年月"].replace("（", "\n（")
        yield path.stem, texts, path.with_suffix(".jpg")


def declaration(folder):
    """The number and the title of the form, the title of its notes, its notes."""
    form = json.loads(Path(folder, "form.json").read_text())
    return form["编号"], form["标题"], form["说明"]["标题"], form["说明"]["条文"]


def fonts(folder):
    """Families and files by role."""
    return {role: (family, Path(folder, "fonts", file)) for role, (family, file) in FONTS.items()}
