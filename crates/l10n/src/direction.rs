//! Which way text runs: from a language tag, or from the text itself.
//!
//! The full bidirectional algorithm is not here; the browser runs it. This room only finds the base direction.
//! The lists follow CLDR 49 (likely subtags, extended) and Unicode 17; a test compares them with ICU4X.

use crate::tag::LanguageTag;

/// The base direction of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// Reads `ltr` or `rtl`, as `site.json` and feeds write them.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "ltr" => Some(Self::Ltr),
            "rtl" => Some(Self::Rtl),
            _ => None,
        }
    }
}

/// Right-to-left scripts of Unicode 17 by ISO 15924 code, with the variants `Aran`, `Syre`, `Syrj`, `Syrn`.
const RTL_SCRIPTS: &str = "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani \
    Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre \
    Syrj Syrn Thaa Yezi";

/// Languages whose likely script is a right-to-left one (CLDR 49 likely subtags; `iw` and `ji` are the
/// old codes of Hebrew and Yiddish). All languages, for 400 bytes after compression.
const RTL_LANGUAGES: &str = "\
    aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars ary \
    arz ask atn auj auz avd avl ayh ayl ayn ayp azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh brk \
    bsh bsk chg cja ckb clh czk dcc def deh dgl dmk dml dv ecy esh fa fay faz fia fub gbz ggg gha ghr gig \
    gjk gju glh glk grr gwc gwf gwt gzi hac haz hbo he hkh hnd hno hoh hrt hrz hss huy isk itk iw jad jat \
    jbe jbn jdg ji jnd jog jpa jpr jrb jye kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp lad lah lhs lki \
    lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj mid mki mnj mve mvy myz mzb mzn nli nlm nqo ntz \
    nyq oar obm odk omy oru ota otk oui pal pbt pgd phl phn phr phv plk prc prd prx ps psh psi pst qxq rdb \
    rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr sgy shd shm shu shv siy siz skr smp smy sog sqo sqt srh \
    srz ssh sts swb syc syn syr tjo tks tmr tov tra trg trm trw ug ur ush uzs vaf vgr vmh wbk wne wni wsv \
    xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa xsd xvi ydg yhd yi yih yud zba zdj zrp zum";

/// Languages that change direction in some regions (CLDR 49 likely subtags).
const RTL_IN_REGION: &str = "az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ku-IQ ku-IR ku-LB ky-CN ms-CC pa-PK \
    tg-PK uz-AF";
const LTR_IN_REGION: &str = "mey-SN sd-IN ug-KZ ug-MN";

impl LanguageTag {
    /// The direction of the tag's script, or else of its language's likely script in its region.
    pub fn direction(&self) -> Direction {
        let listed = |list: &str, word: &str| list.split(' ').any(|known| known == word);
        let is_rtl = if let Some(script) = self.script() {
            listed(RTL_SCRIPTS, script)
        } else {
            let in_region = [self.language(), "-", self.region().unwrap_or("")].concat();
            let is_usual =
                listed(RTL_LANGUAGES, self.language()) && !listed(LTR_IN_REGION, &in_region);
            is_usual || listed(RTL_IN_REGION, &in_region)
        };
        if is_rtl {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derives_the_direction_of_a_tag() {
        let check = |tag: &str, expect: Direction| {
            assert_eq!(
                LanguageTag::parse(tag).map(|tag| tag.direction()),
                Some(expect),
                "{tag}"
            );
        };
        for rtl in [
            "ar", "ar-EG", "fa", "ur", "he", "iw", "yi", "ps", "sd", "ug", "ckb", "dv", "ks",
            "ku-Arab", "ku-IQ",
        ] {
            check(rtl, Direction::Rtl);
        }
        for rtl in [
            "pa-Arab",
            "pa-PK",
            "uz-AF",
            "az-Arab-IR",
            "en-Hebr",
            "ar-u-nu-latn",
            "ff-Adlm",
            "rhg",
            "syr",
        ] {
            check(rtl, Direction::Rtl);
        }
        for ltr in [
            "en", "fr", "tr", "ku", "pa", "pa-IN", "uz", "ar-Latn", "sd-IN", "ug-KZ", "zh-Hant",
            "xx", "ur-Deva",
        ] {
            check(ltr, Direction::Ltr);
        }
    }
}
